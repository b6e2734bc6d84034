import { z } from 'zod';

/** The checks of the wider validations, level by level; `docs/decisions` says what each of them means. */
export const BOUNDARY_CHECKS = {
  module: ['integration', 'api', 'cohesion'],
  component: ['component', 'architecture', 'performance'],
  system: ['system', 'acceptance', 'lint', 'build', 'package', 'suite'],
} as const;

/** What one named check of a boundary found. `reason` says why it was not executed, or what failed. */
export const BoundaryCheck = z.strictObject({
  check: z.string().min(1).max(60),
  outcome: z.enum(['passed', 'failed', 'not-executed']),
  reason: z.string().max(1000),
});
export type BoundaryCheck = z.infer<typeof BoundaryCheck>;

export const BoundaryResult = z.strictObject({
  kind: z.enum(['module', 'component', 'system']),
  afterLevel: z.number().int().nonnegative(),
  symbols: z.number().int().nonnegative(),
  checks: z.array(BoundaryCheck).max(20),
});
export type BoundaryResult = z.infer<typeof BoundaryResult>;
