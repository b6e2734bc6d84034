import type { EffectOf } from '#domain/run/effect.ts';
import type { EventOf, RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { atomState } from '#scripts/bench/run/answer-analysis.ts';
import type { World } from '#scripts/bench/run/run-world.ts';

export function answerDispatched(run: Run, { batch }: EffectOf<'dispatch-batch'>): RunEvent {
  const changed = run.build?.replacements.map((each) => each.symbol) ?? [];
  const atoms = changed.map(atomState);
  return {
    type: 'batch-dispatched',
    batch,
    sha: `sha-${batch}`,
    files: {},
    analysis: `analysis-${batch}`,
    atoms,
    changed,
  };
}

export function answerCollected(run: Run, { batch }: EffectOf<'collect-batch'>, world: World): RunEvent {
  const symbols = run.build?.batches.find((each) => each.number === batch)?.symbols ?? [];
  const verdicts = symbols.map((symbol) => verdictOn(symbol, batch, world));
  return {
    type: 'batch-collected',
    batch,
    symbols: verdicts,
    suite: { passed: 1, failed: 0, skipped: 0 },
    sandbox: 'none',
  };
}

function verdictOn(symbol: string, batch: number, { judged }: World): EventOf<'batch-collected'>['symbols'][number] {
  const known = judged.get(batch);
  const wrong = known?.wrong.has(Number(symbol)) === true;
  const blocked = !wrong && known?.spoilt.has(Number(symbol)) === true;
  return {
    symbol,
    verdict: wrong ? 'failed' : blocked ? 'not-executed' : 'passed',
    blockedBy: blocked ? 'another' : null,
    checks: { passed: wrong || blocked ? 1 : 2, failed: wrong ? 1 : 0, notExecuted: blocked ? 1 : 0 },
    failure: wrong
      ? { check: 'unit', message: 'wrong', file: null, line: null, detail: '', fingerprint: `${batch}` }
      : null,
    atom: symbol,
  };
}
