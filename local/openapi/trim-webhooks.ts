import { z } from 'zod';
import type { Json, JsonObject } from '#local/github/json.ts';
import { webhookNames } from '#local/github/payloads/webhook-names.ts';
import { collectSchemas } from '#local/openapi/collect-schemas.ts';
import { simplifySchema } from '#local/openapi/simplify-schema.ts';

const jsonSchema: z.ZodType<Json> = z.json();
const webhookSchema = z.object({
  post: z.object({
    requestBody: z.object({ content: z.object({ 'application/json': z.object({ schema: jsonSchema }) }) }),
  }),
});
const descriptionSchema = z.object({
  info: z.object({ version: z.string() }),
  webhooks: z.record(z.string(), z.unknown()),
  components: z.object({ schemas: z.record(z.string(), jsonSchema) }),
});

/** The part of GitHub's webhook description that the local GitHub tells. */
export function trimWebhooks(description: unknown): JsonObject {
  const { info, webhooks, components } = descriptionSchema.parse(description);
  const payloads = webhookNames.map((name): [string, Json] => {
    const webhook = webhookSchema.parse(webhooks[name]);
    return [name, simplifySchema(webhook.post.requestBody.content['application/json'].schema)];
  });
  const trimmed = Object.fromEntries(payloads);
  return { version: info.version, payloads: trimmed, schemas: collectSchemas(trimmed, components.schemas) };
}
