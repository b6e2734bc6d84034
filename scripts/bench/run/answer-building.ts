import type { EffectOf } from '#domain/run/effect.ts';
import type { EventOf, RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';
import { countDependents } from '#domain/build/dependents.ts';
import type { World } from '#scripts/bench/run/run-world.ts';

/** One symbol, one atom; ids are the symbol's number. */
export function answerAnalysis({ work, tasks }: World): RunEvent {
  const { levels, needs } = work.graph;
  const dependents = countDependents(needs.map(([from, to]): [string, string] => [`${from}`, `${to}`]));
  const symbols = tasks.flatMap((members, task) =>
    members.map((symbol) => symbolState(symbol, `T${task + 1}`, levels[symbol] ?? 0, dependents.get(`${symbol}`) ?? 0)),
  );
  const count = Math.max(...levels) + 1;
  return {
    type: 'project-analysed',
    branch: 'mge/1-bench',
    base: 'base',
    files: Object.fromEntries(tasks.map((_, task) => [`src/t${task + 1}.ts`, `text-${task + 1}`])),
    analysis: 'analysis-0',
    levels: Array.from({ length: count }, (_, level) =>
      symbols.filter((each) => each.level === level).map((each) => each.id),
    ),
    symbols,
    atoms: symbols.map((each) => atomState(each.id)),
  };
}

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

function symbolState(symbol: number, task: string, level: number, dependents: number): SymbolState {
  return {
    id: `${symbol}`,
    file: `src/${task.toLowerCase()}.ts`,
    task,
    level,
    progress: 'candidate',
    attempts: 1,
    checks: { passed: 0, failed: 0, notExecuted: 0 },
    failure: null,
    decision: null,
    uncommitted: true,
    dependents,
  };
}

function atomState(symbol: string): AtomState {
  return {
    id: symbol,
    symbol,
    file: 'src/t.ts',
    kind: 'function',
    name: `symbol${symbol}`,
    loc: 6,
    complexity: 2,
    oversize: null,
    root: true,
  };
}
