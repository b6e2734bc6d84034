import { z } from 'zod';
import { ManifestComparison, ManifestMutant } from '#domain/verdict/manifest-trials.ts';

const Id = z.string().min(1).max(400);
const Offset = z.number().int().nonnegative();

/** A path inside the checkout: relative, with `/`, never climbing out of it and never into git's own folder. */
export const ProjectPath = z
  .string()
  .min(1)
  .max(1000)
  .refine((path) => !path.startsWith('/') && !path.includes('\\') && !path.includes('\0'), 'must be a relative path')
  .refine(
    (path) => !path.split('/').some((part) => ['..', '.', '', '.git'].includes(part)),
    'must stay in the project',
  );

/** What replaces `[start, end)` of the file so that the symbol is "not generated yet"; offsets are UTF-16 code units. */
export const ManifestStub = z.strictObject({ start: Offset, end: Offset, text: z.string().max(20_000) });
export type ManifestStub = z.infer<typeof ManifestStub>;

/**
 * A symbol that MGE generates: `settled` was validated before and keeps its text, `candidate` is judged in this batch,
 * `waiting` stays a stub. `suspect`: settled earlier in this run, so that a test that has not passed yet may speak against it.
 */
export const ManifestSymbol = z.strictObject({
  id: Id,
  file: ProjectPath,
  level: z.number().int().nonnegative(),
  state: z.enum(['settled', 'candidate', 'waiting']),
  stub: ManifestStub.nullable(),
  suspect: z.boolean().optional(),
});
export type ManifestSymbol = z.infer<typeof ManifestSymbol>;

/** An atom of a candidate or suspect symbol, as it stands in the candidate commit. */
export const ManifestAtom = z.strictObject({
  id: Id,
  symbol: Id,
  file: ProjectPath,
  ranges: z.array(z.tuple([Offset, Offset])),
  startLine: z.number().int().positive(),
  endLine: z.number().int().positive(),
});
export type ManifestAtom = z.infer<typeof ManifestAtom>;

/** `passed`: all of its cases did, in an earlier batch; if it fails now, one of the candidates is why. */
export const ManifestTest = z.strictObject({
  file: ProjectPath,
  kind: z.enum(['unit', 'integration']),
  symbols: z.array(Id),
  passed: z.boolean().optional(),
});
export type ManifestTest = z.infer<typeof ManifestTest>;

export const BoundaryKind = z.enum(['module', 'component', 'system']);
export type BoundaryKind = z.infer<typeof BoundaryKind>;

/** A wider validation that runs once the tree of `afterLevel` has passed. */
export const ManifestBoundary = z.strictObject({
  kind: BoundaryKind,
  afterLevel: z.number().int().nonnegative(),
  symbols: z.array(Id),
});
export type ManifestBoundary = z.infer<typeof ManifestBoundary>;

const Command = z.string().min(1).max(2000).nullable();

export const ManifestCommands = z.strictObject({
  install: Command,
  typecheck: Command,
  test: Command,
  build: Command,
  lint: Command.default(null),
  package: Command.default(null),
  architecture: Command.default(null),
  performance: Command.default(null),
});
export type ManifestCommands = z.infer<typeof ManifestCommands>;

/** `atomSeconds`: wall clock of one test process apart; `jobSeconds`: of the whole job; `memoryMb`: of one process tree;
 * `trialShare`: what trying the tests may add to the time that the verdicts took. */
export const ManifestLimits = z.strictObject({
  atomSeconds: z.number().positive().max(600).default(30),
  jobSeconds: z.number().positive().max(21_600),
  memoryMb: z.number().int().min(64).max(65_536),
  trialShare: z.number().min(0).max(2).default(0.5),
});
export type ManifestLimits = z.infer<typeof ManifestLimits>;

/** `.mge/level.json` of a candidate commit: what the validation job must judge, and in what order. */
export const Manifest = z.strictObject({
  version: z.literal(1),
  run: z.string().min(1).max(300),
  batch: z.number().int().nonnegative(),
  key: z.string().min(1).max(300),
  levels: z.array(z.number().int().nonnegative()),
  symbols: z.array(ManifestSymbol).max(50_000),
  atoms: z.array(ManifestAtom).max(100_000),
  needs: z.array(z.tuple([Id, Id])).max(500_000),
  tests: z.array(ManifestTest).max(20_000),
  boundaries: z.array(ManifestBoundary).max(5000),
  mutants: z.array(ManifestMutant).max(100_000).default([]),
  comparisons: z.array(ManifestComparison).max(20_000).default([]),
  toolchain: z.enum(['auto', 'typescript', 'python', 'javascript']),
  commands: ManifestCommands,
  limits: ManifestLimits,
});
export type Manifest = z.infer<typeof Manifest>;
