import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { byLevel, validationSeconds, type Workload } from '#scripts/bench/run/workload.ts';

/** A planner makes tasks of about 80 lines: so many symbols. */
const SYMBOLS_A_TASK = 16;

/** The world around one run of MGE: what is wrong in the texts that the model gave so far. */
export interface World {
  readonly work: Workload;
  /** Symbols of each task, neighbours in the files. */
  readonly tasks: readonly (readonly number[])[];
  /** Symbols whose newest text is wrong. */
  readonly wrong: Set<number>;
  /** Batch → its wrong symbols when it was dispatched, and those of which nothing could be said. */
  readonly judged: Map<number, { readonly wrong: ReadonlySet<number>; readonly spoilt: ReadonlySet<number> }>;
}

export function createWorld(work: Workload): World {
  const symbols = work.graph.levels.map((_, symbol) => symbol);
  const count = Math.ceil(symbols.length / SYMBOLS_A_TASK);
  const tasks = Array.from({ length: count }, (_, task) =>
    symbols.slice(task * SYMBOLS_A_TASK, (task + 1) * SYMBOLS_A_TASK),
  );
  return { work, tasks, wrong: new Set(work.failing), judged: new Map() };
}

export const REPOSITORY = { owner: 'bench', name: 'run', installationId: 1, defaultBranch: 'main' };
const SENDER = { repository: REPOSITORY, sender: 'maria' };
const ISSUE = { number: 1, title: 'A bench', body: '', author: 'maria' };

export const SPEC_LABELLED: RunEvent = { type: 'spec-labelled', ...SENDER, issue: ISSUE };
export const APPROVED: RunEvent = {
  type: 'command-given',
  ...SENDER,
  issue: ISSUE,
  command: { name: 'approve' },
  place: { kind: 'issue', number: 1, commentId: 1 },
  planHash: null,
};

/** Everything is judged and committed: what follows waits for people. */
export function isOver(run: Run): boolean {
  return ['reviewing', 'reporting', 'done'].includes(run.stage);
}

/** The validation job of a batch: how long it takes, and the webhook that tells of its end. */
export function runJob(run: Run | null, number: number, world: World): { seconds: number; event: RunEvent } {
  const batch = run?.build?.batches.find((each) => each.number === number);
  if (batch === undefined || batch.sha === null) throw new Error(`no batch ${number} is dispatched`);
  const symbols = batch.symbols.map(Number);
  const { work } = world;
  const spoilt = new Set<number>();
  for (const symbol of byLevel(work.graph))
    if (work.needs[symbol]?.some((needed) => world.wrong.has(needed) || spoilt.has(needed)) === true)
      spoilt.add(symbol);
  world.judged.set(number, { wrong: new Set(world.wrong), spoilt });
  const levels = new Set(symbols.map((symbol) => work.graph.levels[symbol])).size;
  const faults = symbols.filter((symbol) => world.wrong.has(symbol)).length;
  const { key, sha: headSha } = batch;
  return {
    seconds: validationSeconds({ symbols: symbols.length, levels, faults }),
    event: {
      type: 'workflow-completed',
      repository: REPOSITORY,
      key,
      workflowRunId: 1000 + number,
      headSha,
      conclusion: 'success',
    },
  };
}
