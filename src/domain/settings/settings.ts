import { z } from 'zod';

export const Effort = z.enum(['low', 'medium', 'high', 'xhigh']);
export type Effort = z.infer<typeof Effort>;

export const ModelChoice = z.strictObject({ model: z.string(), effort: Effort });
export type ModelChoice = z.infer<typeof ModelChoice>;

const SONNET = 'claude-sonnet-5-5';
const OPUS = 'claude-opus-5-5';
const HAIKU = 'claude-haiku-5-5';

const Models = z.strictObject({
  discovery: ModelChoice.default({ model: SONNET, effort: 'medium' }),
  masterplan: ModelChoice.default({ model: OPUS, effort: 'medium' }),
  draft: ModelChoice.default({ model: SONNET, effort: 'medium' }),
  summary: ModelChoice.default({ model: HAIKU, effort: 'low' }),
  /** Attempt 2, attempt 3: rising effort, then a stronger model. */
  escalation: z
    .array(ModelChoice)
    .min(1)
    .max(5)
    .default([
      { model: SONNET, effort: 'xhigh' },
      { model: OPUS, effort: 'xhigh' },
    ]),
});

const Commands = z.strictObject({
  install: z.string().nullable().default(null),
  build: z.string().nullable().default(null),
  typecheck: z.string().nullable().default(null),
  test: z.string().nullable().default(null),
  /** Checks of the wider boundaries; what the repository configures itself (eslint, ruff, …) runs without them. */
  lint: z.string().nullable().default(null),
  package: z.string().nullable().default(null),
  architecture: z.string().nullable().default(null),
  /** Fails when a stated budget is not kept. */
  performance: z.string().nullable().default(null),
});

/** A repository's `.github/mge.yml`: every key has a default, unknown keys are errors. */
export const Settings = z.strictObject({
  label: z.string().min(1).default('spec'),
  branch_prefix: z
    .string()
    .regex(/^[\w.-]+$/)
    .default('mge'),
  languages: z
    .array(z.enum(['typescript', 'tsx', 'javascript', 'python']))
    .min(1)
    .default(['typescript', 'tsx', 'javascript', 'python']),
  atoms: z
    .strictObject({ lines: z.int().min(3).max(100).default(10), complexity: z.int().min(1).max(20).default(3) })
    .prefault({}),
  review: z.strictObject({ share: z.number().min(0).max(1).default(0.17) }).prefault({}),
  models: Models.prefault({}),
  budget_usd: z.number().positive().default(25),
  /** `batch`: drafts and regenerations go through Message Batches, at half the price, when nobody is in a hurry. */
  economy: z.enum(['off', 'batch']).default('off'),
  concurrency: z.int().min(1).max(200).default(100),
  attempts: z.int().min(1).max(5).default(3),
  generation: z
    .strictObject({
      first_attempt: z.enum(['draft', 'focused']).default('draft'),
      // Judges half of a plan while the rest is drafted.
      judge_ahead: z.boolean().default(true),
    })
    .prefault({}),
  protected_paths: z.array(z.string()).default([]),
  commands: Commands.prefault({}),
  limits: z
    .strictObject({
      atom_seconds: z.number().positive().default(30),
      job_minutes: z.number().positive().default(30),
      memory_mb: z.int().positive().default(2048),
    })
    .prefault({}),
  /** Faults planted in each symbol to try its tests, and the share of the job's time so far that this may add. */
  validation: z
    .strictObject({ mutants: z.int().min(0).max(20).default(3), trial_share: z.number().min(0).max(2).default(0.5) })
    .prefault({}),
  retrieval: z
    .strictObject({ sources: z.array(z.enum(['repository', 'runs'])).default(['repository', 'runs']) })
    .prefault({}),
});
export type Settings = z.infer<typeof Settings>;
