import type { Draft } from '#domain/draft/draft.ts';
import type { EventOf, RunEvent } from '#domain/run/event.ts';
import type { Run, TaskState } from '#domain/run/run.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { memoryBlobs, memoryTree, type MemoryTree } from '#test/support/build-ports.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';

export const CENTS = `export type Cents = number;

export function roundHalfUp(value: number): number {
  return Math.floor(value + 0.5);
}

function isWhole(value: number): boolean {
  return value === Math.floor(value);
}
`;

export const SPLIT = `import { roundHalfUp, type Cents } from './cents.js';

export function splitEqually(total: Cents, people: number): number[] {
  const share = roundHalfUp(total / people);
  return [share];
}
`;

const CENTS_TEST = `import { roundHalfUp } from '../src/cents.js';

check(roundHalfUp(1.5) === 2);
`;

const SPLIT_TEST = `import { splitEqually } from '../src/split.js';

check(splitEqually(10, 2)[0] === 5);
`;

export const DRAFTS: Record<string, Draft> = {
  T1: {
    files: [
      { path: 'package.json', content: '{ "name": "ledger" }\n' },
      { path: 'src/cents.ts', content: CENTS },
    ],
    tests: [{ path: 'test/cents.test.ts', kind: 'unit', content: CENTS_TEST, covers: ['roundHalfUp'] }],
    contracts: [
      {
        symbol: 'roundHalfUp',
        preconditions: ['value is finite'],
        postconditions: ['the nearest whole number'],
        examples: ['1.5 → 2'],
        effects: [],
      },
    ],
    notes: '',
  },
  T2: {
    files: [{ path: 'src/split.ts', content: SPLIT }],
    tests: [{ path: 'test/split.test.ts', kind: 'unit', content: SPLIT_TEST, covers: ['splitEqually'] }],
    contracts: [],
    notes: '',
  },
};

export interface TinyWorld {
  readonly run: Run;
  readonly blobs: BlobStore;
  readonly tree: MemoryTree;
}

export const languageOf = (path: string) => (path.endsWith('.ts') ? ('typescript' as const) : null);

/** A run whose two tasks are drafted, in a repository with the given files. */
export async function draftedWorld(
  files: Record<string, string> = { 'README.md': '# ledger\n' },
  drafts = DRAFTS,
): Promise<TinyWorld> {
  const blobs = memoryBlobs();
  const tree = memoryTree();
  tree.seed('main', files);
  const tasks = await Promise.all(
    Object.entries(drafts).map(async ([id, draft], index): Promise<TaskState> => ({
      id,
      title: `Task ${id}`,
      milestone: 'Money',
      dependsOn: index === 0 ? [] : ['T1'],
      included: true,
      progress: 'drafted',
      attempts: 1,
      draft: await blobs.put(JSON.stringify(draft)),
      fingerprint: null,
      kept: false,
    })),
  );
  const estimate = { atoms: 10, usdLow: 1, usdHigh: 3, minutesLow: 10, minutesHigh: 20 };
  const plan = {
    revision: 1,
    hash: 'h',
    blob: 'b',
    tasks,
    estimate,
    commentId: 5,
    continued: [],
    previous: null,
    approvedBy: 'grace',
  };
  const run: Run = {
    ...sampleRun(),
    stage: 'analysing',
    startedBy: 'ada',
    startedAt: '2026-11-21T09:00:00.000Z',
    plan,
  };
  return { run, blobs, tree };
}

/** The same, analysed: the run has a build. */
export async function builtWorld(files?: Record<string, string>, drafts = DRAFTS): Promise<TinyWorld> {
  const world = await draftedWorld(files, drafts);
  const analyse = createAnalyseProject({
    blobs: world.blobs,
    sourceTree: world.tree,
    analyse: tinyAnalyse,
    languageOf,
  });
  const event = await analyse(world.run, { type: 'analyse-project', key: 'analyse-project' });
  return { ...world, run: beginBuild(world.run, ofType(event, 'project-analysed')) };
}

/** What the state machine makes of an analysis. */
export function beginBuild(run: Run, event: EventOf<'project-analysed'>): Run {
  const { branch, base, files, analysis, levels } = event;
  const build = {
    branch,
    base,
    head: base,
    files,
    analysis,
    levels,
    symbols: Object.fromEntries(event.symbols.map((symbol) => [symbol.id, symbol])),
    atoms: Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])),
    replacements: [],
    batches: [],
    committedLevels: 0,
    committing: false,
    pushed: null,
    suite: null,
    sandbox: null,
  };
  return { ...run, stage: 'building', build };
}

/** An event of a known type; fails the test when it is another. */
export function ofType<T extends RunEvent['type']>(event: RunEvent, type: T): EventOf<T> {
  const is = (each: RunEvent): each is EventOf<T> => each.type === type;
  if (!is(event)) throw new Error(`expected ${type}, got ${JSON.stringify(event)}`);
  return event;
}
