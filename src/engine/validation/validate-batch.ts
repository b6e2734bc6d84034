import { RESULTS_LIMITS, type LevelResult, type Results } from '#domain/verdict/results.ts';
import type { Manifest } from '#domain/verdict/manifest.ts';
import { createBatchFacts } from '#engine/validation/batch-facts.ts';
import { createLevelStage, type BatchSession } from '#engine/validation/batch-session.ts';
import { createCandidateTree } from '#engine/validation/running/candidate-tree.ts';
import { judgeBoundary } from '#engine/validation/levels/judge-boundary.ts';
import { judgeLevel } from '#engine/validation/levels/judge-level.ts';
import type { Toolchain, Workspace } from '#engine/validation/toolchain.ts';
import { tryTests } from '#engine/validation/trials/try-tests.ts';
import { createVerdictBook } from '#engine/validation/verdict-book.ts';

export interface ValidationDependencies {
  readonly toolchain: Toolchain;
  readonly workspace: Workspace;
  /** Whether the job's time is up. */
  readonly expired: () => boolean;
  /** Seconds since the job began. */
  readonly elapsed: () => number;
  /** Progress, a line each. */
  readonly say: (line: string) => void;
}

export type BatchOutcome = Pick<
  Results,
  'levels' | 'atoms' | 'tests' | 'suite' | 'strength' | 'behaviour' | 'boundaries' | 'error'
>;

/**
 * Judges the candidates of a batch, level by level: each tree has the higher levels, what waits, and what failed as
 * stubs. Never throws for what candidates do; errors of the machine (no sandbox, no disk) are thrown.
 */
export async function validateBatch(manifest: Manifest, dependencies: ValidationDependencies): Promise<BatchOutcome> {
  const session = await createSession(manifest, dependencies);
  const { facts, tree, expired, say } = session;
  const files = [...new Set(manifest.symbols.map((symbol) => symbol.file))];
  const levels: LevelResult[] = [];
  for (const level of levelsToWalk(manifest)) {
    if (expired()) break;
    const stage = createLevelStage(level, facts);
    const types = await judgeLevel(session, stage, files);
    for (const boundary of manifest.boundaries.filter((one) => one.afterLevel === level)) {
      if (!expired()) await judgeBoundary(session, stage, boundary);
    }
    // A level that was cut short is not judged: what it has not found yet must not look as if it had passed.
    if (expired()) break;
    const evidence = [...types.evidence, ...stage.evidence].slice(0, RESULTS_LIMITS.evidenceOfLevel);
    levels.push({ level, typechecked: types.typechecked, evidence });
    say(
      `level ${level}: ${types.typechecked === false ? 'does not type-check' : 'checked'}, ${session.book.failed.size} symbols failed so far`,
    );
  }
  const last = levels.at(-1);
  if (last !== undefined && !expired())
    await tryTests(session, createLevelStage(last.level, facts), dependencies.elapsed);
  await tree.lay(new Set());
  const error = expired()
    ? { code: 'job-timeout', message: 'The time of the job was up before all levels were judged.' }
    : null;
  // Of what was not reached there is nothing to say.
  const reached = new Set(
    facts.candidates.filter((one) => levels.some(({ level }) => level === one.level)).map((one) => one.id),
  );
  const atoms = session.book.verdicts().filter((atom) => error === null || reached.has(atom.symbol));
  const { behaviour, boundaries } = session;
  return { levels, atoms, ...suiteOf(session), strength: { symbols: session.strength }, behaviour, boundaries, error };
}

async function createSession(manifest: Manifest, dependencies: ValidationDependencies): Promise<BatchSession> {
  const { toolchain, workspace, expired, say } = dependencies;
  const facts = createBatchFacts(manifest);
  return {
    facts,
    tree: await createCandidateTree({ facts, workspace }),
    toolchain,
    book: createVerdictBook(facts),
    tests: new Map(),
    checkedTrees: new Map(),
    strength: [],
    boundaries: [],
    behaviour: { compared: [], differences: [], skipped: [] },
    searched: new Set(),
    pace: { hurried: true },
    expired,
    say,
  };
}

/** The batch's levels; without any, the last boundary's: a boundary may be validated again over settled levels alone. */
function levelsToWalk({ levels, boundaries }: Manifest): number[] {
  if (levels.length > 0) return [...new Set(levels)].toSorted((left, right) => left - right);
  return boundaries.length === 0 ? [] : [Math.max(...boundaries.map((boundary) => boundary.afterLevel))];
}

function suiteOf({ tests }: BatchSession): Pick<BatchOutcome, 'tests' | 'suite'> {
  const all = [...tests.values()].slice(0, RESULTS_LIMITS.tests);
  const count = (...outcomes: readonly string[]): number =>
    all.filter((test) => outcomes.includes(test.outcome)).length;
  return {
    tests: all,
    suite: { passed: count('passed'), failed: count('failed', 'timeout'), skipped: count('skipped') },
  };
}
