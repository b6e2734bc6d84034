import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { createValidators } from '#local/openapi/create-validators.ts';

const operationSchema = z.object({
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean(), schema: z.unknown() })),
  body: z.object({ required: z.boolean(), schema: z.unknown() }).nullable(),
  responses: z.record(z.string(), z.unknown()),
});
const restSchema = z.object({
  operations: z.record(z.string(), operationSchema),
  schemas: z.record(z.string(), z.unknown()),
});
const webhooksSchema = z.object({
  payloads: z.record(z.string(), z.unknown()),
  schemas: z.record(z.string(), z.unknown()),
});

export type Operation = z.infer<typeof operationSchema>;
export type Descriptions = ReturnType<typeof readDescriptions>;

function readGenerated(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'generated', name), 'utf8'));
}

/** GitHub's committed descriptions (about 0.7 MB): operations and payloads by name, and what compiles the schemas of each. */
export function readDescriptions() {
  const rest = restSchema.parse(readGenerated('rest.json'));
  const webhooks = webhooksSchema.parse(readGenerated('webhooks.json'));
  return {
    operations: rest.operations,
    payloads: webhooks.payloads,
    compileRest: createValidators('rest', rest.schemas, '3.0'),
    compileWebhook: createValidators('webhooks', webhooks.schemas, '3.1'),
  };
}
