import { commitDate } from '#domain/build/commit-date.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import { createRenderBranch, type RenderBranchDependencies } from '#engine/execution/create-render-branch.ts';
import { droppedChanges } from '#engine/execution/dropped-changes.ts';
import { keepChanged } from '#engine/execution/keep-changed.ts';
import { levelMessage } from '#engine/execution/level-message.ts';

/**
 * Commits a level to the run's branch: its validated symbols in place of their stubs. Level 0 brings the skeleton and the
 * plain files, and makes the branch. A level that changes no file (all of it is flagged, or stood there as a declaration
 * since level 0) makes no commit: it is answered with the branch's head.
 */
export function createCommitLevel(dependencies: RenderBranchDependencies): Perform<'commit-level'> {
  const { blobs, sourceTree } = dependencies;
  const renderBranch = createRenderBranch(dependencies);
  return async (run, effect) => {
    const build = requireBuild(run);
    const { level } = effect;
    const { repository } = run;
    const project = readProject(await blobs.get(build.analysis));
    const standing = { levels: level + 1, decided: new Set<string>() };
    const files = await renderBranch({ repository, project, build, standing });
    const changes = await keepChanged(sourceTree, repository, build.head, files);
    const present = new Set((await sourceTree.list(repository, build.head)).map(({ path }) => path));
    const dropped = level === 0 ? await droppedChanges(build, blobs, present) : [];
    // A revised plan builds its level 0 on a branch that stands.
    const first = level === 0 && build.head === build.base;
    if (changes.length + dropped.length === 0 && !first) return { type: 'level-committed', level, sha: build.head };
    const sha = await sourceTree.commit(repository, {
      parent: build.head,
      changes: [...changes, ...dropped],
      message: levelMessage(
        run,
        build,
        project,
        level,
        changes.map((change) => change.path),
      ),
      date: commitDate(run, level + 1),
    });
    await sourceTree.moveBranch(repository, build.branch, sha, first ? null : build.head);
    return { type: 'level-committed', level, sha };
  };
}
