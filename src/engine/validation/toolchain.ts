import type { ManifestCommands } from '#domain/verdict/manifest.ts';
import type { SandboxKill } from '#ports/sandbox.ts';

/** A complaint of a parser or type checker about one place of the tree as it was laid out; line and column from 1. */
export interface Diagnostic {
  readonly check: 'syntax' | 'types';
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly code: string;
  readonly message: string;
}

export interface TypecheckRun {
  /** Null: this project has no type check; the syntax was checked all the same. */
  readonly typed: boolean | null;
  readonly passed: boolean;
  readonly diagnostics: readonly Diagnostic[];
  /** Why the check says "failed" without a diagnostic (killed, crashed); null when it ran. */
  readonly problem: string | null;
}

export interface TestCase {
  readonly file: string;
  readonly name: string;
  readonly outcome: 'passed' | 'failed' | 'skipped' | 'timeout';
  readonly message: string;
  readonly detail: string;
  readonly line: number | null;
  /** Symbols whose stubs were thrown while the case ran, whoever caught them; left out where a runner cannot tell. */
  readonly thrown?: readonly string[];
}

export interface TestRun {
  readonly cases: readonly TestCase[];
  /** Files that did not report all their tests: the process ended, or was killed, before. */
  readonly unfinished: readonly string[];
  readonly killedBy: SandboxKill | null;
  /** The end of what the process said, for a person. */
  readonly output: string;
}

/** A function whose earlier and present version are run side by side. */
export interface ComparisonTarget {
  /** What the overlay calls it; no other target is called the same. */
  readonly key: string;
  readonly symbol: string;
  readonly file: string;
  readonly name: string;
  readonly previous: string;
  readonly literals: readonly (string | number)[];
}

export interface ComparisonQuestion {
  readonly targets: readonly ComparisonTarget[];
  /** Test files that are run to see what the functions are given. */
  readonly tests: readonly string[];
  /** For all of it, wall clock. */
  readonly seconds: number;
}

/** An input on which the versions differ; texts are cut. `recorded`: a test gave it, it was not made up. */
export interface BehaviourDifference {
  readonly target: number;
  readonly recorded: boolean;
  readonly input: string;
  readonly was: string;
  readonly now: string;
}

export interface ComparisonRun {
  readonly differences: readonly BehaviourDifference[];
  /** Inputs tried, by the position of the target. */
  readonly inputs: ReadonlyMap<number, number>;
  /** Why a target was not compared, by its position. */
  readonly skipped: ReadonlyMap<number, string>;
}

/** How one language's project is checked; every command runs in the sandbox on the workspace as it stands. */
export interface Toolchain {
  readonly name: string;
  readonly version: string;
  /** `stubbed`: whether stubs stand in the tree (then "unused" complaints are not made). */
  typecheck(files: readonly string[], stubbed: boolean): Promise<TypecheckRun>;
  /** Runs test files in one process; `timeMs` of processor time for all of them (wall clock: a multiple). */
  runTests(files: readonly string[], timeMs: number): Promise<TestRun>;
  /** Commands that the repository's own configuration asks for, by check; settings come before them. */
  readonly commands?: Partial<Readonly<Record<keyof ManifestCommands, string | null>>>;
  /** Whether imports and calls of these files agree with what the project exports; left out where types say so, or nobody can. */
  checkApi?(files: readonly string[]): Promise<{ readonly passed: boolean; readonly output: string }>;
  /** Compares functions with what they were; the texts that call for it stand in the workspace already. */
  compare(question: ComparisonQuestion): Promise<ComparisonRun>;
  /** A command of the repository's settings, judged by its exit status alone. */
  runCommand(command: string, timeMs: number): Promise<{ readonly passed: boolean; readonly output: string }>;
}

/** The files of the candidate commit, which can be rewritten between checks. */
export interface Workspace {
  /** Null when there is no such text file. */
  read(file: string): Promise<string | null>;
  write(file: string, text: string): Promise<void>;
}
