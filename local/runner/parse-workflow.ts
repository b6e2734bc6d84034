import { parse } from 'yaml';
import { z } from 'zod';

const Scalar = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const Step = z.looseObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: Scalar.optional(),
  uses: z.string().optional(),
  run: z.string().optional(),
  with: z.record(z.string(), Scalar).default({}),
  env: z.record(z.string(), Scalar).default({}),
});
export type WorkflowStep = z.infer<typeof Step>;

const Workflow = z.looseObject({
  name: z.string().optional(),
  on: z.unknown(),
  permissions: z.union([z.string(), z.record(z.string(), z.string())]).optional(),
  jobs: z.record(
    z.string(),
    z.looseObject({
      'timeout-minutes': z.number().positive().default(360),
      steps: z.array(Step).min(1),
    }),
  ),
});

export interface ParsedWorkflow {
  readonly name: string;
  readonly timeoutMs: number;
  readonly steps: readonly WorkflowStep[];
}

/** Reads a workflow of one job, which is all that this runner performs. Throws on anything else, with the place. */
export function parseWorkflow(text: string): ParsedWorkflow {
  const workflow = Workflow.parse(parse(text));
  const [job, ...others] = Object.values(workflow.jobs);
  if (job === undefined || others.length > 0) throw new Error('the local runner performs workflows of exactly one job');
  return { name: workflow.name ?? 'workflow', timeoutMs: job['timeout-minutes'] * 60_000, steps: job.steps };
}
