import { MANIFEST_PATH, VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { Batch } from '#domain/build/build.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Failure } from '#domain/failure/failure.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { Manifest } from '#domain/verdict/manifest.ts';
import { parseResults } from '#domain/verdict/parse-results.ts';
import { sumStrength } from '#domain/verdict/trial-results.ts';
import type { Results } from '#domain/verdict/results.ts';
import { foldVerdicts, passedFiles } from '#engine/execution/judging/fold-verdicts.ts';
import { levelChecks } from '#engine/execution/judging/level-checks.ts';
import { notStarted, stillRunning, unusable } from '#engine/execution/judging/lost-batch.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Actions, WorkflowRun } from '#ports/github/actions.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface CollectBatchDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly actions: Actions;
}

/**
 * Takes the verdicts of a finished validation job: only from the run that MGE dispatched itself (workflow, commit, key), and
 * only what its manifest allows. A job without usable results is `batch-lost`.
 */
export function createCollectBatch({ blobs, sourceTree, actions }: CollectBatchDependencies): Perform<'collect-batch'> {
  return async (run, effect) => {
    const build = requireBuild(run);
    const batch = build.batches.find((each) => each.number === effect.batch);
    const lost = (failure: Failure): RunEvent => ({ type: 'batch-lost', batch: effect.batch, failure });
    if (batch?.sha === undefined || batch.sha === null)
      return lost(unusable('internal', 'the batch was never dispatched'));
    const request = { workflow: VALIDATION_WORKFLOW, headSha: batch.sha, key: batch.key };
    const job = await actions.find(run.repository, request);
    if (job === null || job.id !== effect.workflowRunId) {
      return lost(unusable('results-invalid', 'the finished job is not the one that MGE dispatched'));
    }
    if (job.status !== 'completed') throw stillRunning();
    const manifest = await readManifest(run, batch.sha, sourceTree);
    const collected = await collect(run, job, batch, manifest, actions);
    if (!collected.ok) return lost(collected.error);
    const results = collected.value;
    const project = readProject(await blobs.get(build.analysis));
    const folded = foldVerdicts(manifest, results, project);
    // A job that ended early says nothing of what it did not reach: that stays a candidate of the next batch.
    const reached = new Set(results.atoms.map((atom) => atom.symbol));
    const symbols = results.error === null ? folded : folded.filter((each) => reached.has(each.symbol));
    const checks = levelChecks(build, batch, manifest, results, symbols, project.doubts);
    await actions.publishChecks(
      run.repository,
      batch.sha,
      checks.map((each) => ({ ...each, detailsUrl: job.url })),
    );
    return {
      type: 'batch-collected',
      batch: batch.number,
      symbols,
      suite: results.suite,
      passedTests: passedFiles(results),
      strength: sumStrength(results.strength),
      sandbox: results.sandbox.kind,
    };
  };
}

/** What MGE itself committed for this batch: the commit is named by its SHA, so nobody else wrote it. */
async function readManifest(run: Run, sha: string, sourceTree: SourceTree): Promise<Manifest> {
  const text = (await sourceTree.read(run.repository, sha, [MANIFEST_PATH])).get(MANIFEST_PATH);
  if (text === undefined) {
    const nextStep = 'Type `/mge retry` to validate again.';
    throw new MgeError('the candidate commit has no manifest', { code: 'github-not-found', retry: 'retry', nextStep });
  }
  return Manifest.parse(JSON.parse(text));
}

async function collect(
  run: Run,
  job: WorkflowRun,
  batch: Batch,
  manifest: Manifest,
  actions: Actions,
): Promise<Result<Results, Failure>> {
  let bytes: Uint8Array;
  try {
    bytes = await actions.downloadResults(run.repository, job.id);
  } catch (error) {
    if (!(error instanceof MgeError) || !['results-invalid', 'github-not-found'].includes(error.code)) throw error;
    return refusal(
      unusable('workflow-failed', `the validation job ended as ${job.conclusion ?? 'unknown'} without usable results`),
    );
  }
  const parsed = parseResults(bytes, manifest);
  if (!parsed.ok) return refusal(unusable('results-invalid', `the results were refused: ${parsed.error.problem}`));
  const results = parsed.value;
  if (results.headSha !== batch.sha) return refusal(unusable('results-invalid', 'the results are of another commit'));
  if (results.error !== null && results.atoms.length === 0) return refusal(notStarted(results.error));
  return success(results);
}
