import type { Build } from '#domain/build/build.ts';
import { commitDate } from '#domain/build/commit-date.ts';
import type { Project } from '#domain/build/project.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import {
  createRenderBranch,
  type RenderBranchDependencies,
} from '#engine/execution/committing/create-render-branch.ts';
import { droppedChanges } from '#engine/execution/committing/dropped-changes.ts';
import { keepChanged } from '#engine/execution/committing/keep-changed.ts';
import { levelMessage } from '#engine/execution/committing/level-message.ts';

interface LevelFacts {
  readonly run: Run;
  /** Its head is the commit of the level before. */
  readonly build: Build;
  readonly project: Project;
  readonly level: number;
}

/**
 * Commits levels that follow one another to the run's branch, one commit each: a level's validated symbols in place of
 * their stubs. The branch moves once, when all commits are made, so that nobody sees half of them. Level 0 brings the
 * skeleton and the plain files, and makes the branch. A level that changes no file (all of it is flagged, or stood there
 * as a declaration since level 0) makes no commit.
 */
export function createCommitLevels(dependencies: RenderBranchDependencies): Perform<'commit-levels'> {
  const { blobs, sourceTree } = dependencies;
  const makeCommit = createMakeCommit(dependencies);
  return async (run, { first, last }) => {
    const build = requireBuild(run);
    const project = readProject(await blobs.get(build.analysis));
    let head = build.head;
    for (let level = first; level <= last; level += 1)
      head = await makeCommit({ run, build: { ...build, head }, project, level });
    const begins = first === 0 && beginsBranch(build);
    if (begins || head !== build.head)
      await sourceTree.moveBranch(run.repository, build.branch, head, begins ? null : build.head);
    return { type: 'levels-committed', first, last, sha: head };
  };
}

/** Makes the commit of one level, and moves no branch; answers with the commit that its level stands on when it changes nothing. */
function createMakeCommit(dependencies: RenderBranchDependencies): (facts: LevelFacts) => Promise<string> {
  const { blobs, sourceTree } = dependencies;
  const renderBranch = createRenderBranch(dependencies);
  return async ({ run, build, project, level }) => {
    const { repository } = run;
    const standing = { levels: level + 1, decided: new Set<string>() };
    const files = await renderBranch({ repository, project, build, standing });
    const changes = await keepChanged(sourceTree, repository, build.head, files);
    const dropped = level === 0 ? await findDropped() : [];
    if (changes.length + dropped.length === 0 && !beginsBranch(build)) return build.head;
    const paths = changes.map((change) => change.path);
    return sourceTree.commit(repository, {
      parent: build.head,
      changes: [...changes, ...dropped],
      message: levelMessage(run, build, project, level, paths),
      date: commitDate(run, level + 1),
    });

    async function findDropped(): ReturnType<typeof droppedChanges> {
      const present = new Set((await sourceTree.list(repository, build.head)).map(({ path }) => path));
      return droppedChanges(build, blobs, present);
    }
  };
}

/** A revised plan builds its level 0 on a branch that stands. */
function beginsBranch(build: Build): boolean {
  return build.head === build.base;
}
