import { z } from 'zod';

const annotationSchema = z.object({
  path: z.string(),
  start_line: z.number(),
  end_line: z.number(),
  start_column: z.number().optional(),
  end_column: z.number().optional(),
  annotation_level: z.enum(['notice', 'warning', 'failure']),
  message: z.string(),
  title: z.string().optional(),
  raw_details: z.string().optional(),
});
/** The body that changes a check run. */
export const changeSchema = z.object({
  name: z.string().optional(),
  status: z.enum(['queued', 'in_progress', 'completed']).optional(),
  conclusion: z
    .enum(['success', 'failure', 'neutral', 'cancelled', 'skipped', 'timed_out', 'action_required'])
    .optional(),
  external_id: z.string().optional(),
  details_url: z.string().optional(),
  started_at: z.string().optional(),
  completed_at: z.string().optional(),
  output: z
    .object({
      title: z.string().optional(),
      summary: z.string().max(65_535).optional(),
      text: z.string().max(65_535).optional(),
      annotations: z.array(annotationSchema).max(50).optional(),
    })
    .optional(),
});
/** The body that makes one. */
export const newSchema = changeSchema.extend({ name: z.string(), head_sha: z.string() });

/** The fields that were given, under the state's names. */
export function readChange(body: z.infer<typeof changeSchema>) {
  const { name, status, conclusion, output } = body;
  const given = {
    name,
    status,
    conclusion,
    externalId: body.external_id,
    detailsUrl: body.details_url,
    startedAt: body.started_at,
    completedAt: body.completed_at,
    title: output?.title,
    summary: output?.summary,
    text: output?.text,
    annotations: output?.annotations,
  };
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
}
