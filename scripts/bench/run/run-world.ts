import type { Repository } from '#domain/run/repository.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { byLevel, validationSeconds, type Workload } from '#scripts/bench/run/workload.ts';

/** A planner makes tasks of about 80 lines: so many symbols. */
const SYMBOLS_A_TASK = 16;

/** The world around one run of MGE: what is wrong in the texts that the model gave so far. */
export interface World {
  readonly repository: Repository;
  readonly work: Workload;
  /** Symbols of each task: neighbours in the files, those that they need first, since a plan with a cycle of tasks is refused. */
  readonly tasks: readonly (readonly number[])[];
  /** Symbols whose newest text is wrong. */
  readonly wrong: Set<number>;
  /** Batch → its wrong symbols when it was dispatched, and those of which nothing could be said. */
  readonly judged: Map<number, { readonly wrong: ReadonlySet<number>; readonly spoilt: ReadonlySet<number> }>;
}

export function createWorld(work: Workload, name = 'run'): World {
  const symbols = neededFirst(work);
  const count = Math.ceil(symbols.length / SYMBOLS_A_TASK);
  const tasks = Array.from({ length: count }, (_, task) =>
    symbols.slice(task * SYMBOLS_A_TASK, (task + 1) * SYMBOLS_A_TASK),
  );
  const repository = { owner: 'bench', name, installationId: 1, defaultBranch: 'main' };
  return { repository, work, tasks, wrong: new Set(work.failing), judged: new Map() };
}

/** Symbols in the order of the files, each after all that it needs. */
function neededFirst({ needs }: Workload): number[] {
  const ordered = new Set<number>();
  const visit = (symbol: number): void => {
    if (ordered.has(symbol)) return;
    for (const needed of needs[symbol] ?? []) visit(needed);
    ordered.add(symbol);
  };
  needs.forEach((_, symbol) => visit(symbol));
  return [...ordered];
}

const MARIA = 'maria';
const ISSUE = { number: 1, title: 'A bench', body: '', author: MARIA };

export function specLabelled({ repository }: World): RunEvent {
  return { type: 'spec-labelled', repository, sender: MARIA, issue: ISSUE };
}

export function approved({ repository }: World): RunEvent {
  const place = { kind: 'issue', number: 1, commentId: 1 } as const;
  const command = { name: 'approve' } as const;
  return { type: 'command-given', repository, sender: MARIA, issue: ISSUE, command, place, planHash: null };
}

/** Everything is judged and committed: what follows waits for people. */
export function isOver(run: Run): boolean {
  return ['reviewing', 'reporting', 'done'].includes(run.stage);
}

/** Notes what a job finds that judges the texts as they are now. */
export function judgeNow({ work, wrong, judged }: World, number: number): void {
  const spoilt = new Set<number>();
  for (const symbol of byLevel(work.graph))
    if (work.needs[symbol]?.some((needed) => wrong.has(needed) || spoilt.has(needed)) === true) spoilt.add(symbol);
  judged.set(number, { wrong: new Set(wrong), spoilt });
}

/** The validation job of a batch: how long it takes, and the webhook that tells of its end. */
export function runJob(
  run: Run | null,
  number: number,
  world: World,
  sha?: string,
): { seconds: number; event: RunEvent } {
  const batch = run?.build?.batches.find((each) => each.number === number);
  const headSha = sha ?? batch?.sha ?? null;
  if (batch === undefined || headSha === null) throw new Error(`no batch ${number} is dispatched`);
  const symbols = batch.symbols.map(Number);
  judgeNow(world, number);
  const { work } = world;
  const levels = new Set(symbols.map((symbol) => work.graph.levels[symbol])).size;
  const faults = symbols.filter((symbol) => world.wrong.has(symbol)).length;
  return {
    seconds: validationSeconds({ symbols: symbols.length, levels, faults }),
    event: {
      type: 'workflow-completed',
      repository: world.repository,
      key: batch.key,
      workflowRunId: 1000 + number,
      headSha,
      conclusion: 'success',
    },
  };
}
