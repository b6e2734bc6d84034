import type { MessageCreateParams } from '@anthropic-ai/sdk/resources/messages/messages';
import { z } from 'zod';

const CacheControl = z.strictObject({ type: z.literal('ephemeral'), ttl: z.enum(['5m', '1h']).optional() });

/** The only kind of block that MGE sends; others of the API are refused here rather than half understood. */
const TextBlock = z.strictObject({
  type: z.literal('text'),
  text: z.string().min(1, 'text content blocks must be non-empty'),
  cache_control: CacheControl.nullable().optional(),
});

const Turn = z.strictObject({
  role: z.enum(['user', 'assistant']),
  content: z.union([z.string().min(1), z.array(TextBlock).min(1)]),
});

const OutputConfig = z.strictObject({
  effort: z.enum(['low', 'medium', 'high', 'xhigh', 'max']).nullable().optional(),
  format: z
    .strictObject({ type: z.literal('json_schema'), schema: z.record(z.string(), z.unknown()) })
    .nullable()
    .optional(),
});

const Thinking = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('adaptive'), display: z.enum(['summarized', 'omitted']).nullable().optional() }),
  z.strictObject({
    type: z.literal('enabled'),
    budget_tokens: z.int().min(1024),
    display: z.enum(['summarized', 'omitted']).nullable().optional(),
  }),
  z.strictObject({ type: z.literal('disabled') }),
]);

const ToolChoice = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('auto'), disable_parallel_tool_use: z.boolean().optional() }),
  z.strictObject({ type: z.literal('any'), disable_parallel_tool_use: z.boolean().optional() }),
  z.strictObject({ type: z.literal('tool'), name: z.string(), disable_parallel_tool_use: z.boolean().optional() }),
  z.strictObject({ type: z.literal('none') }),
]);

const prompt = {
  model: z.string().min(1),
  messages: z.array(Turn).min(1),
  system: z.union([z.string(), z.array(TextBlock)]).optional(),
  output_config: OutputConfig.optional(),
  thinking: Thinking.optional(),
  tool_choice: ToolChoice.optional(),
};

/** The body of `POST /v1/messages`, as far as it is about text. Unknown fields are errors, as they are at the API. */
export const MessageRequest = z.strictObject({
  ...prompt,
  max_tokens: z.int().min(0),
  metadata: z.strictObject({ user_id: z.string().nullable().optional() }).optional(),
  service_tier: z.enum(['auto', 'standard_only']).optional(),
  stop_sequences: z.array(z.string()).optional(),
  stream: z.boolean().optional(),
});
export type MessageRequest = z.infer<typeof MessageRequest>;

/** The body of `POST /v1/messages/count_tokens`. */
export const CountRequest = z.strictObject(prompt);
export type CountRequest = z.infer<typeof CountRequest>;

type Loosely<T> = T extends readonly (infer Item)[]
  ? Loosely<Item>[]
  : T extends object
    ? { [Key in keyof T]: Loosely<Exclude<T[Key], undefined>> }
    : T;
/**
 * Does not compile when the schema takes what the SDK's own types would not.
 * @public
 */
export const heldToTheSdk: (request: Loosely<MessageRequest>) => Loosely<MessageCreateParams> = (request) => request;
