import { describe, expect, it } from 'vitest';
import { requireBuild } from '#domain/build/require-build.ts';
import { readProject } from '#domain/build/read-project.ts';
import { Manifest } from '#domain/verdict/manifest.ts';
import { createCollectBatch } from '#engine/execution/judging/create-collect-batch.ts';
import { createDispatchBatch } from '#engine/execution/judging/create-dispatch-batch.ts';
import { recordingActions } from '#test/support/build-ports.ts';
import { afterDispatch, failedUnit, resultsOf, withBatch, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, ofType } from '#test/support/tiny-project.ts';

const ROUND = 'src.cents.roundHalfUp';
const SPLIT = 'src.split.splitEqually';
const dispatchEffect = { type: 'dispatch-batch' as const, key: 'dispatch-batch/1', batch: 1 };
const collectEffect = { type: 'collect-batch' as const, key: 'collect-batch/1/77', batch: 1, workflowRunId: 77 };

async function dispatched(
  prepare: (run: Awaited<ReturnType<typeof builtWorld>>) => Promise<Awaited<ReturnType<typeof builtWorld>>['run']>,
) {
  const world = await builtWorld();
  const actions = recordingActions();
  const ports = { blobs: world.blobs, sourceTree: world.tree, actions, analyse: tinyAnalyse };
  const run = await prepare(world);
  const dispatch = createDispatchBatch(ports);
  const event = ofType(await dispatch(run, dispatchEffect), 'batch-dispatched');
  const manifest = Manifest.parse(JSON.parse(world.tree.files(event.sha)['.mge/level.json'] ?? ''));
  return { ...world, actions, ports, event, manifest, dispatch, before: run, run: afterDispatch(run, event) };
}

const allCandidates = ({ run }: Awaited<ReturnType<typeof builtWorld>>) =>
  Promise.resolve(withBatch(run, 1, requireBuild(run).levels.flat()));

const roundIsSettled = ({ run }: Awaited<ReturnType<typeof builtWorld>>) =>
  Promise.resolve(
    withBatch(
      withSymbol(run, ROUND, { progress: 'validated' }),
      1,
      requireBuild(run)
        .levels.flat()
        .filter((id) => id !== ROUND),
    ),
  );

describe('a batch goes out', () => {
  it('commits the complete candidates with a manifest, and starts the workflow on that commit', async () => {
    const { event, tree, actions, manifest } = await dispatched(allCandidates);
    expect(tree.files(event.sha)['src/split.ts']).toContain('const share');
    expect(tree.branches.get('mge-candidates/1')).toBe(event.sha);
    expect(actions.dispatched).toEqual([
      {
        workflow: '.github/workflows/mge-validate.yml',
        branch: 'mge-candidates/1',
        headSha: event.sha,
        key: 'mge-1-1-1',
      },
    ]);
    expect(manifest.levels).toEqual([0, 1]);
    expect(manifest.symbols.every((symbol) => symbol.state === 'candidate')).toBe(true);
    expect(manifest.needs).toContainEqual([SPLIT, ROUND]);
  });

  it('makes the same commit and no second dispatch when it is performed again', async () => {
    const { event, dispatch, before, actions } = await dispatched(allCandidates);
    const again = ofType(await dispatch(before, dispatchEffect), 'batch-dispatched');
    expect(again).toEqual(event);
    expect(actions.dispatched).toHaveLength(1);
  });

  it('puts a regenerated atom in its place and says which symbols changed', async () => {
    const { event, manifest, tree, blobs } = await dispatched(async ({ run, blobs: store }) => {
      const text = 'export function roundHalfUp(value: number): number {\n  return Math.round(value);\n}';
      const atom = atomOf(run, ROUND);
      const replacement = { atom, symbol: ROUND, text: await store.put(text), attempt: 2 };
      const validated = withSymbol(withSymbol(run, SPLIT, { progress: 'validated' }), 'src.cents.isWhole', {
        progress: 'flagged',
      });
      return withBatch(withBuild(validated, { replacements: [replacement] }), 1, [ROUND]);
    });
    expect(tree.files(event.sha)['src/cents.ts']).toContain('Math.round(value)');
    expect(event.changed).toEqual([ROUND]);
    expect(event.atoms.map((atom) => atom.symbol)).toEqual([ROUND]);
    const states = new Map(manifest.symbols.map((symbol) => [symbol.id, symbol.state]));
    expect([states.get(ROUND), states.get(SPLIT), states.get('src.cents.isWhole')]).toEqual([
      'candidate',
      'settled',
      'waiting',
    ]);
    const project = readProject(await blobs.get(event.analysis));
    const placed = project.symbols.find((symbol) => symbol.id === ROUND);
    const text = tree.files(event.sha)['src/cents.ts'] ?? '';
    expect(text.slice(placed?.start, placed?.end)).toContain('Math.round');
  });
});

function atomOf(run: Awaited<ReturnType<typeof builtWorld>>['run'], symbol: string): string {
  const atom = Object.values(requireBuild(run).atoms).find((each) => each.symbol === symbol);
  if (atom === undefined) throw new Error(`no atom of ${symbol}`);
  return atom.id;
}

describe('a batch comes back', () => {
  it('folds the verdicts of atoms to symbols, with the evidence and the atom to write anew', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    const blocked = {
      verdict: 'not-executed' as const,
      blockedBy: ROUND,
      checks: [{ check: 'unit', outcome: 'not-executed' as const, evidence: null }],
    };
    const results = resultsOf(manifest, event.sha, { [ROUND]: failedUnit, [SPLIT]: blocked });
    actions.finish({ id: 77, key: 'mge-1-1-1', headSha: event.sha, results });
    const collected = ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-collected');
    const verdicts = new Map(collected.symbols.map((each) => [each.symbol, each]));
    expect(verdicts.get(ROUND)).toMatchObject({
      verdict: 'failed',
      atom: atomOf(run, ROUND),
      failure: { fingerprint: 'abc', line: 3 },
      checks: { passed: 1, failed: 1, notExecuted: 0 },
    });
    expect(verdicts.get(SPLIT)).toMatchObject({ verdict: 'not-executed', blockedBy: ROUND, atom: null });
    expect(verdicts.get('src.cents.isWhole')).toMatchObject({ verdict: 'passed', failure: null });
    expect(collected.suite.passed).toBe(3);
  });

  it('tells of what another batch settled only when a test of the whole found it wrong', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(roundIsSettled);
    expect(manifest.symbols.find(({ id }) => id === ROUND)).toMatchObject({ state: 'settled', suspect: true });
    const collect = async (others: Parameters<typeof resultsOf>[2]) => {
      actions.finish({ id: 77, key: 'mge-1-1-1', headSha: event.sha, results: resultsOf(manifest, event.sha, others) });
      return ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-collected').symbols;
    };
    expect((await collect({})).map(({ symbol }) => symbol)).not.toContain(ROUND);
    expect(await collect({ [ROUND]: failedUnit })).toContainEqual(
      expect.objectContaining({ symbol: ROUND, verdict: 'failed', atom: atomOf(run, ROUND) }),
    );
  });

  it('doubts nothing that a person decided, nor anything while people review', async () => {
    const decided = await dispatched(async (world) =>
      withSymbol(await roundIsSettled(world), ROUND, { decision: 'approved' }),
    );
    const reviewed = await dispatched(async (world) => ({ ...(await roundIsSettled(world)), stage: 'reviewing' }));
    for (const { manifest } of [decided, reviewed])
      expect(manifest.symbols.filter(({ suspect }) => suspect === true)).toEqual([]);
  });

  it('publishes one check a level, on the candidate commit', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    actions.finish({
      id: 77,
      key: 'mge-1-1-1',
      headSha: event.sha,
      results: resultsOf(manifest, event.sha, { [ROUND]: failedUnit }),
    });
    await createCollectBatch(ports)(run, collectEffect);
    expect(
      actions.checks.map(({ name, title, conclusion, headSha }) => [name, title, conclusion, headSha === event.sha]),
    ).toEqual([
      ['MGE level 0', '3 of 4 atoms validated', 'failure', true],
      ['MGE level 1', '1 of 1 atoms validated', 'success', true],
    ]);
    expect(actions.checks[0]?.summary).toContain('expected 2, got 1');
  });

  it('is lost when the finished job is another than the one dispatched', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    actions.finish({ id: 78, key: 'mge-1-1-1', headSha: event.sha, results: resultsOf(manifest, event.sha) });
    expect(ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-lost').failure.code).toBe(
      'results-invalid',
    );
  });

  it.each([
    ['no artifact', undefined],
    ['something else than results', { hello: 'world' }],
    ['results of another commit', 'other-commit'],
  ])('is lost when the job left %s', async (_, results) => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    const left = results === 'other-commit' ? resultsOf(manifest, 'b'.repeat(40)) : results;
    actions.finish({ id: 77, key: 'mge-1-1-1', headSha: event.sha, conclusion: 'failure', results: left });
    const lost = ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-lost');
    expect(lost.failure.nextStep).toContain('/mge retry');
  });

  it.each([
    ['toolchain-missing', '/mge revise add a package.json'],
    ['install-failed', 'commands.install'],
    ['something-else', 'Look at the log'],
  ])('that could not begin (%s) says what a person can do', async (code, step) => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    const results = { ...resultsOf(manifest, event.sha), atoms: [], error: { code, message: 'because' } };
    actions.finish({ id: 77, key: 'mge-1-1-1', headSha: event.sha, conclusion: 'failure', results });
    const { failure } = ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-lost');
    expect(failure.message).toBe('the validation job could not start: because');
    expect(failure.nextStep).toContain(step);
    expect(failure.nextStep).toContain('/mge retry');
  });

  it('waits for a job that GitHub does not show as completed yet', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    actions.finish({
      id: 77,
      key: 'mge-1-1-1',
      headSha: event.sha,
      status: 'in_progress',
      results: resultsOf(manifest, event.sha),
    });
    await expect(createCollectBatch(ports)(run, collectEffect)).rejects.toMatchObject({ retry: 'retry' });
  });

  it('takes what a job found out before it had to stop, and leaves the rest for the next batch', async () => {
    const { run, ports, manifest, actions, event } = await dispatched(allCandidates);
    const whole = resultsOf(manifest, event.sha);
    const results = {
      ...whole,
      atoms: whole.atoms.filter((atom) => atom.symbol === ROUND),
      error: { code: 'job-timeout', message: 'out of time' },
    };
    actions.finish({ id: 77, key: 'mge-1-1-1', headSha: event.sha, results });
    const collected = ofType(await createCollectBatch(ports)(run, collectEffect), 'batch-collected');
    expect(collected.symbols.map((each) => each.symbol)).toEqual([ROUND]);
  });
});
