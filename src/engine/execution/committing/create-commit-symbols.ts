import { commitDate } from '#domain/build/commit-date.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import {
  createRenderBranch,
  type RenderBranchDependencies,
} from '#engine/execution/committing/create-render-branch.ts';
import { keepChanged } from '#engine/execution/committing/keep-changed.ts';
import { symbolsMessage } from '#engine/execution/committing/symbols-message.ts';

/**
 * Commits the newest text of some symbols on top of the branch: a repair, or what a person decided in review. When the
 * branch already reads so, no commit is made and its head is answered.
 */
export function createCommitSymbols(dependencies: RenderBranchDependencies): Perform<'commit-symbols'> {
  const { blobs, sourceTree } = dependencies;
  const renderBranch = createRenderBranch(dependencies);
  return async (run, effect) => {
    const build = requireBuild(run);
    const { repository } = run;
    const { symbols } = effect;
    const project = readProject(await blobs.get(build.analysis));
    const standing = { levels: build.committedLevels, decided: new Set(symbols) };
    const files = await renderBranch({ repository, project, build, standing });
    const changes = await keepChanged(sourceTree, repository, build.head, files);
    if (changes.length === 0) return { type: 'symbols-committed', symbols, sha: build.head };
    const decisions = Object.values(build.symbols).filter((symbol) => symbol.decision !== null).length;
    const sha = await sourceTree.commit(repository, {
      parent: build.head,
      changes,
      message: symbolsMessage(run, build, effect),
      date: commitDate(run, build.levels.length + build.batches.length + decisions + 1),
    });
    await sourceTree.moveBranch(repository, build.branch, sha, build.head);
    return { type: 'symbols-committed', symbols, sha };
  };
}
