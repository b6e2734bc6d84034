import { MgeError } from '#domain/failure/mge-error.ts';
import type { Run } from '#domain/run/run.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import type { Perform } from '#domain/run/perform.ts';
import { createRevise } from '#engine/execution/laying-out/create-revise.ts';
import { filledStubs, undoneSymbols } from '#engine/execution/committing/pushed-stubs.ts';
import { restoreStubs } from '#engine/execution/committing/restore-stubs.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import { atomStates } from '#engine/execution/laying-out/symbol-states.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface AbsorbPushDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly analyse: AnalyseSources;
}

/**
 * Takes what a person pushed to the run's branch as the newest candidate texts. Files that the run does not write are left
 * to them; a file that they deleted is not written any more. The stubs that they left alone keep the text that waits behind.
 */
export function createAbsorbPush(dependencies: AbsorbPushDependencies): Perform<'absorb-push'> {
  const { blobs, sourceTree } = dependencies;
  const revise = createRevise(dependencies);
  return async (run, effect) => {
    const { before, sender: by } = effect;
    const build = requireBuild(run);
    const after = await newestCommit(sourceTree, run, build.branch);
    const project = readProject(await blobs.get(build.analysis));
    const touched = await touchedPaths(sourceTree, run.repository, before, after);
    const own = touched.filter((path) => path in build.files);
    const pushed = await sourceTree.read(run.repository, after, own);
    const known = new Map((await loadTexts(blobs, build.files)).map((file) => [file.path, file.text]));
    const fresh = own.flatMap((path): SourceFile[] => {
      const text = pushed.get(path);
      return text === undefined ? [] : [{ path, text: restoreStubs(text, known.get(path) ?? '', path, project) }];
    });
    const kept = Object.fromEntries(
      Object.entries(build.files).filter(([path]) => !own.includes(path) || pushed.has(path)),
    );
    const { files, analysis, changed, project: next } = await revise(run, { ...build, files: kept }, project, fresh);
    const stood = await sourceTree.read(run.repository, before, own);
    const generated = new Set(next.levels.flat());
    const touchedSymbols = new Set([...changed, ...filledStubs(stood, pushed, project)]);
    const theirs = [...touchedSymbols].filter((id) => generated.has(id));
    return {
      type: 'push-absorbed',
      before,
      after,
      files,
      analysis,
      changed: theirs,
      atoms: atomStates(next, new Set(theirs)),
      undone: undoneSymbols(stood, pushed, project),
      by,
    };
  };
}

/** Whatever stands on the branch by now: later pushes are taken up with the first. */
async function newestCommit(sourceTree: SourceTree, run: Run, branch: string): Promise<string> {
  const head = await sourceTree.headOf(run.repository, branch);
  if (head !== null) return head;
  throw new MgeError(`the branch ${branch} was deleted`, {
    code: 'branch-moved',
    retry: 'ask-human',
    nextStep: `Restore the branch \`${branch}\`, or \`/mge cancel\`.`,
  });
}

async function touchedPaths(
  tree: SourceTree,
  repository: Parameters<SourceTree['list']>[0],
  before: string,
  after: string,
): Promise<string[]> {
  const [old, fresh] = await Promise.all([tree.list(repository, before), tree.list(repository, after)]);
  const earlier = new Map(old.map((entry) => [entry.path, entry.sha]));
  const later = new Map(fresh.map((entry) => [entry.path, entry.sha]));
  return [...new Set([...earlier.keys(), ...later.keys()])].filter((path) => earlier.get(path) !== later.get(path));
}
