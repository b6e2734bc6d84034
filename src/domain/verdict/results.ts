import { z } from 'zod';
import { BoundaryResult } from '#domain/verdict/boundary-result.ts';
import { Behaviour, Strength } from '#domain/verdict/trial-results.ts';

const Id = z.string().min(1).max(400);

/** Upper bounds of what a results file may hold; the job trims to them, the server refuses more. */
export const RESULTS_LIMITS = {
  bytes: 16_000_000,
  message: 1000,
  detail: 6000,
  evidenceOfLevel: 200,
  tests: 20_000,
} as const;

/** Why something failed. `fingerprint` is stable: the same failure gives the same value (no times, paths, addresses). */
export const Evidence = z.strictObject({
  check: z.string().min(1).max(60),
  message: z.string().max(RESULTS_LIMITS.message),
  file: z.string().max(1000).nullable(),
  line: z.number().int().positive().nullable(),
  detail: z.string().max(RESULTS_LIMITS.detail),
  fingerprint: z.string().min(1).max(64),
});
export type Evidence = z.infer<typeof Evidence>;

export const CheckOutcome = z.enum(['passed', 'failed', 'not-executed']);
export type CheckOutcome = z.infer<typeof CheckOutcome>;

export const AtomCheck = z.strictObject({
  check: z.string().min(1).max(60),
  outcome: CheckOutcome,
  evidence: Evidence.nullable(),
});
export type AtomCheck = z.infer<typeof AtomCheck>;

/** `blockedBy`: the symbol whose failure kept this atom from being judged. */
export const AtomVerdict = z.strictObject({
  id: Id,
  symbol: Id,
  verdict: CheckOutcome,
  blockedBy: Id.nullable(),
  checks: z.array(AtomCheck).max(50),
});
export type AtomVerdict = z.infer<typeof AtomVerdict>;

export const TestResult = z.strictObject({
  file: z.string().max(1000),
  name: z.string().max(500),
  outcome: z.enum(['passed', 'failed', 'skipped', 'timeout']),
  symbols: z.array(Id).max(5000),
});
export type TestResult = z.infer<typeof TestResult>;

/** `typechecked`: whether the tree of this level (higher levels and failed symbols as stubs) type-checks; null: not checked. */
export const LevelResult = z.strictObject({
  level: z.number().int().nonnegative(),
  typechecked: z.boolean().nullable(),
  evidence: z.array(Evidence).max(RESULTS_LIMITS.evidenceOfLevel),
});
export type LevelResult = z.infer<typeof LevelResult>;

export const SandboxKind = z.enum(['bubblewrap', 'docker', 'none']);
export type SandboxKind = z.infer<typeof SandboxKind>;

const Count = z.number().int().nonnegative();

/** What a validation job found out; the one file that it uploads. */
export const Results = z.strictObject({
  version: z.literal(1),
  run: z.string().min(1).max(300),
  batch: z.number().int().nonnegative(),
  key: z.string().min(1).max(300),
  headSha: z.string().regex(/^[0-9a-f]{40}([0-9a-f]{24})?$/),
  sandbox: z.strictObject({ kind: SandboxKind, enforced: z.array(z.string().max(100)).max(50) }),
  toolchain: z.strictObject({ name: z.string().max(100), version: z.string().max(100) }),
  levels: z.array(LevelResult).max(5000),
  atoms: z.array(AtomVerdict).max(100_000),
  tests: z.array(TestResult).max(RESULTS_LIMITS.tests),
  suite: z.strictObject({ passed: Count, failed: Count, skipped: Count }),
  strength: Strength.default({ symbols: [] }),
  boundaries: z.array(BoundaryResult).max(5000).default([]),
  behaviour: Behaviour.default({ compared: [], differences: [], skipped: [] }),
  seconds: z.number().nonnegative(),
  error: z.strictObject({ code: z.string().max(100), message: z.string().max(2000) }).nullable(),
});
export type Results = z.infer<typeof Results>;
