import type { Evidence, TestResult } from '#domain/verdict/results.ts';
import type { BoundaryResult } from '#domain/verdict/boundary-result.ts';
import type { Behaviour, SymbolStrength } from '#domain/verdict/trial-results.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';
import type { CandidateTree } from '#engine/validation/running/candidate-tree.ts';
import type { TestPace } from '#engine/validation/running/run-test-files.ts';
import type { Toolchain, TypecheckRun } from '#engine/validation/toolchain.ts';
import type { VerdictBook } from '#engine/validation/verdict-book.ts';

/** What the steps of one validation job share. */
export interface BatchSession {
  readonly facts: BatchFacts;
  readonly tree: CandidateTree;
  readonly toolchain: Toolchain;
  readonly book: VerdictBook;
  /** Outcome of every test case, the latest run of it, by file and name. */
  readonly tests: Map<string, TestResult>;
  /** Type checks of the trees seen so far, by the stubs that stand in them: the same tree is not checked twice. */
  readonly checkedTrees: Map<string, TypecheckRun>;
  /** What the trials found: of the tests, and of functions that stood here before. */
  readonly strength: SymbolStrength[];
  readonly behaviour: Behaviour;
  readonly boundaries: BoundaryResult[];
  /** Failing cases for which what was settled before has been searched: once is enough. */
  readonly searched: Set<string>;
  readonly pace: TestPace;
  readonly expired: () => boolean;
  readonly say: (line: string) => void;
}

/** A level under judgement. */
export interface LevelStage {
  readonly level: number;
  /** Symbols that are stubs at this level whatever the verdicts: waiting ones and those of higher levels. */
  readonly stubbed: ReadonlySet<string>;
  readonly evidence: Evidence[];
}

/** The stage of a level: what waits, and every candidate above it, is a stub. */
export function createLevelStage(level: number, facts: BatchFacts): LevelStage {
  const stubbed = facts.manifest.symbols.filter(
    (symbol) => symbol.state === 'waiting' || (symbol.state === 'candidate' && symbol.level > level),
  );
  return { level, stubbed: new Set(stubbed.map((symbol) => symbol.id)), evidence: [] };
}

/** Candidates whose own text stands in the tree of a stage, dependencies first. */
export function liveCandidates({ facts, book }: BatchSession, stage: LevelStage): string[] {
  return facts.candidates.map((symbol) => symbol.id).filter((id) => !stage.stubbed.has(id) && !book.isFailed(id));
}
