import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { candidateBranch, MANIFEST_PATH, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { Batch, Build } from '#domain/build/build.ts';
import type { Project } from '#domain/build/project.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Perform } from '#domain/run/perform.ts';
import { buildManifest } from '#engine/execution/judging/build-manifest.ts';
import { commitCandidates, withoutDropped } from '#engine/execution/committing/commit-candidates.ts';
import { trialsOf } from '#engine/execution/judging/trials-of.ts';
import { createRevise } from '#engine/execution/laying-out/create-revise.ts';
import { spliceReplacements } from '#engine/execution/regenerating/splice-replacements.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import { atomStates } from '#engine/execution/laying-out/symbol-states.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Actions } from '#ports/github/actions.ts';
import type { Syntax } from '#ports/syntax.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface DispatchBatchDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly actions: Actions;
  readonly analyse: AnalyseSources;
  /** Reads the candidates for what their tests are tried with; without it nothing is tried. */
  readonly syntax?: Syntax;
}

/** Puts the regenerated atoms in place, commits the candidates with their manifest, and starts the validation job. */
export function createDispatchBatch(dependencies: DispatchBatchDependencies): Perform<'dispatch-batch'> {
  const { blobs, sourceTree, actions } = dependencies;
  const revise = createRevise(dependencies);
  return async (run, effect) => {
    const build = requireBuild(run);
    const batch = batchOf(build, effect.batch);
    const project = readProject(await blobs.get(build.analysis));
    const replaced = await spliceAll(build, project, blobs);
    const revised = await revise(run, build, project, replaced);
    const changed = new Set([...revised.changed, ...build.replacements.map((each) => each.symbol)]);
    const generated = new Set(revised.project.levels.flat());
    const candidates = new Set([...batch.symbols, ...[...changed].filter((id) => generated.has(id))]);
    const texts = await loadTexts(blobs, revised.files);
    const trials = await trialsOf(run, dependencies, { project: revised.project, candidates, files: texts });
    const manifest = { ...buildManifest(run, build, batch, revised.project, candidates), ...trials };
    const sha = await commitCandidates(sourceTree, run, build, batch, [
      ...texts,
      ...(await withoutDropped(sourceTree, run, build, blobs)),
      { path: MANIFEST_PATH, text: `${JSON.stringify(manifest)}\n` },
    ]);
    const branch = candidateBranch(run.issue.number);
    await actions.dispatch(run.repository, { workflow: VALIDATION_WORKFLOW, branch, headSha: sha, key: batch.key });
    return {
      type: 'batch-dispatched',
      batch: batch.number,
      sha,
      files: revised.files,
      analysis: revised.analysis,
      atoms: atomStates(revised.project, new Set([...changed].filter((id) => generated.has(id)))),
      changed: [...changed],
    };
  };
}

function batchOf(build: Build, number: number): Batch {
  const batch = build.batches.find((each) => each.number === number);
  if (batch !== undefined) return batch;
  throw new MgeError(`the run has no batch ${number}`, {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Type `/mge retry`.',
  });
}

/** Files with the waiting replacements in place. */
async function spliceAll(build: Build, project: Project, blobs: BlobStore): Promise<SourceFile[]> {
  const files = new Map(project.atoms.map((atom) => [atom.id, atom.file]));
  const touched = new Set(build.replacements.map((each) => files.get(each.atom) ?? ''));
  const changed: SourceFile[] = [];
  for (const [path, hash] of Object.entries(build.files)) {
    if (!touched.has(path)) continue;
    const own = build.replacements.filter((each) => files.get(each.atom) === path);
    const texts = await Promise.all(own.map(async (each) => ({ atom: each.atom, text: await blobs.get(each.text) })));
    changed.push({ path, text: spliceReplacements(await blobs.get(hash), project.atoms, texts) });
  }
  return changed;
}
