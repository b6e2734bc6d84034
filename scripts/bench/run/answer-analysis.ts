import type { EffectOf } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { AtomState, SymbolState } from '#domain/build/symbol-state.ts';
import { countDependents } from '#domain/build/dependents.ts';
import type { World } from '#scripts/bench/run/run-world.ts';

/** One symbol, one atom; ids are the symbol's number. Of a part: the tasks that need nothing which is not drafted. */
export function answerAnalysis(_run: Run, { part, tasks: asked }: EffectOf<'analyse-project'>, world: World): RunEvent {
  const { levels, needs } = world.work.graph;
  const taken = asked === undefined ? world.tasks.map((_, task) => task) : closedTasks(world, asked.map(numberOf));
  if (part !== undefined && taken.length === 0) return { type: 'part-not-ready', part };
  const dependents = countDependents(needs.map(([from, to]): [string, string] => [`${from}`, `${to}`]));
  const symbols = taken.flatMap((task) =>
    (world.tasks[task] ?? []).map((symbol) =>
      symbolState(symbol, nameOf(task), levels[symbol] ?? 0, dependents.get(`${symbol}`) ?? 0),
    ),
  );
  const count = Math.max(...symbols.map(({ level }) => level)) + 1;
  return {
    type: 'project-analysed',
    branch: 'mge/1-bench',
    base: 'base',
    files: Object.fromEntries(taken.map((task) => [`src/t${task + 1}.ts`, `text-${task + 1}`])),
    analysis: `analysis-0-${part ?? 'all'}`,
    levels: Array.from({ length: count }, (_, level) =>
      symbols.filter((each) => each.level === level).map((each) => each.id),
    ),
    symbols,
    atoms: symbols.map((each) => atomState(each.id)),
    ...(part === undefined ? {} : { part, tasks: taken.map(nameOf) }),
  };
}

const nameOf = (task: number): string => `T${task + 1}`;
const numberOf = (task: string): number => Number(task.slice(1)) - 1;

/** Those whose symbols need no symbol of a task that is not among them. */
function closedTasks({ tasks, work }: World, asked: readonly number[]): number[] {
  let closed = [...asked];
  for (let count = -1; count !== closed.length;) {
    count = closed.length;
    const there = new Set(closed.flatMap((task) => tasks[task] ?? []));
    closed = closed.filter((task) =>
      (tasks[task] ?? []).every((symbol) => (work.needs[symbol] ?? []).every((needed) => there.has(needed))),
    );
  }
  return closed;
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

export function atomState(symbol: string): AtomState {
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
