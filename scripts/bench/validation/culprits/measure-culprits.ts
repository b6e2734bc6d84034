import { Manifest } from '#domain/verdict/manifest.ts';
import { createBatchFacts, type BatchFacts } from '#engine/validation/batch-facts.ts';
import { findCulprit } from '#engine/validation/blaming/find-culprit.ts';
import type { Reverting } from '#engine/validation/blaming/find-by-reverting.ts';
import { isFailing, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import type { Library } from '#scripts/bench/validation/faults/library.ts';
import type { RunFaulty } from '#scripts/bench/validation/culprits/faulty-suite.ts';
import type { Scenario } from '#scripts/bench/validation/culprits/plant-culprits.ts';
import type { SuspectSymbol } from '#scripts/bench/validation/culprits/read-suspects.ts';

/** What the search for the culprits of one story came to. */
export interface CulpritStory {
  readonly planted: readonly string[];
  readonly named: readonly string[];
  readonly probes: number;
}

const BUDGET = 40;
const MOST_NAMED = 5;

export interface CulpritDependencies {
  readonly library: Library;
  readonly suspects: readonly SuspectSymbol[];
  readonly runFaulty: RunFaulty;
  /** Whether the good texts stand for earlier versions that the search may go back to. */
  readonly earlier: boolean;
  /** Cases that pass on the good code. */
  readonly good: ReadonlySet<string>;
}

/**
 * Names culprits until no case fails that has passed; null: no case fails at all. Each that is named becomes a stub, as in one
 * job; where earlier texts are there it is right from then on, as when the run has had it written anew.
 */
export async function measureStory(deps: CulpritDependencies, { edits }: Scenario): Promise<CulpritStory | null> {
  const { library, suspects, runFaulty, good, earlier } = deps;
  const facts = factsOf(deps);
  const named = new Set<string>();
  const stubs = (): ReadonlySet<string> => (earlier ? new Set() : named);
  const faults = (): Scenario['edits'] => (earlier ? edits.filter(({ symbol }) => !named.has(symbol)) : edits);
  const settled = new Set<string>();
  let probes = 0;
  const revertingTo = (key: string, file: string): Reverting => ({
    symbols: new Set(suspects.map(({ id }) => id)),
    async passes(reverted) {
      probes += 1;
      const left = faults().filter(({ symbol }) => !reverted.has(symbol));
      const run = await runFaulty(left, stubs(), [file]);
      return run.some((one) => one.key === key && one.outcome === 'passed');
    },
  });
  for (let round = 0; named.size < MOST_NAMED; round += 1) {
    const cases = await runFaulty(faults(), stubs(), library.tests);
    const failing = cases.filter((one) => isFailing(one) && isNews(one, good));
    const target = failing.find((one) => !settled.has(one.key));
    if (target === undefined) {
      if (round === 0) return null;
      break;
    }
    const answer = await findCulprit({
      facts,
      target,
      cases,
      tested: [],
      suspects: suspects.map(({ id }) => id).filter((id) => !named.has(id)),
      probe: (stubbed, files) => {
        probes += 1;
        return runFaulty(faults(), new Set([...stubs(), ...stubbed]), files);
      },
      ...(earlier ? { reverting: revertingTo(target.key, target.file) } : {}),
      budget: BUDGET,
    });
    if (answer.kind === 'found') named.add(answer.symbol);
    else settled.add(target.key);
  }
  return { planted: edits.map(({ symbol }) => symbol), named: [...named], probes };
}

/** Whether each fault makes something fail by itself: one that nothing notices is nobody's to name. */
export async function areNoticed(
  { library, runFaulty, good }: CulpritDependencies,
  { edits }: Scenario,
): Promise<boolean> {
  for (const edit of edits) {
    const cases = await runFaulty([edit], new Set(), library.tests);
    if (!cases.some((one) => isFailing(one) && isNews(one, good))) return false;
  }
  return true;
}

/** A whole file that fails was no case before. */
function isNews({ key, name }: JudgedCase, good: ReadonlySet<string>): boolean {
  return good.has(key) || name === '(the whole file)';
}

function factsOf({ library, suspects }: CulpritDependencies): BatchFacts {
  return createBatchFacts(
    Manifest.parse({
      version: 1,
      run: 'bench',
      batch: 0,
      key: 'bench',
      levels: [...new Set(suspects.map(({ level }) => level))],
      atoms: [],
      needs: [],
      boundaries: [],
      toolchain: 'auto',
      symbols: suspects.map(({ id, file, level, stub }) => ({ id, file, level, state: 'candidate', stub })),
      tests: library.tests.map((file) => ({ file, kind: 'unit', symbols: [] })),
      commands: { install: null, typecheck: null, test: null, build: null },
      limits: { jobSeconds: 600, memoryMb: 2048 },
    }),
  );
}
