import { ApiError } from '#local/claude/api-error.ts';
import { CountRequest, MessageRequest } from '#local/claude/message-request.ts';
import type { z } from 'zod';

const MODELS = ['claude-opus-5-5', 'claude-sonnet-5-5', 'claude-haiku-5-5'];
const MAX_OUTPUT = 128_000;
const MAX_BREAKPOINTS = 4;
const GONE = ['temperature', 'top_p', 'top_k'];

/** Reads the body of a request as strictly as the API does. Throws `ApiError`. */
export function checkMessageRequest(body: unknown): MessageRequest {
  for (const parameter of GONE) {
    if (isObject(body) && parameter in body) refuse(`${parameter}: this parameter is not supported any more`);
  }
  const request = parse(MessageRequest, body);
  checkModel(request.model);
  checkConversation(request);
  if (request.max_tokens > MAX_OUTPUT) refuse(`max_tokens: ${request.max_tokens} > ${MAX_OUTPUT}`);
  checkBreakpoints(request);
  checkFormat(request);
  return request;
}

/** Reads the body of a token count. Throws `ApiError`. */
export function checkCountRequest(body: unknown): CountRequest {
  const request = parse(CountRequest, body);
  checkModel(request.model);
  return request;
}

function parse<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new ApiError('invalid_request_error', `${issue?.path.map(String).join('.')}: ${issue?.message}`);
}

function checkModel(model: string): void {
  if (!MODELS.includes(model)) throw new ApiError('not_found_error', `model: ${model}`);
}

function checkConversation({ messages, thinking, tool_choice: choice }: MessageRequest): void {
  if (messages[0]?.role !== 'user') refuse('messages: first message must use the "user" role');
  if (messages.at(-1)?.role === 'assistant') refuse('messages: this model does not support assistant prefill');
  if (thinking?.type === 'disabled') refuse('thinking: cannot be disabled on this model');
  if (choice?.type === 'any' || choice?.type === 'tool') refuse('tool_choice: cannot be forced on this model');
}

function checkBreakpoints({ system, messages }: MessageRequest): void {
  const blocks = [system ?? '', ...messages.map((message) => message.content)].flat();
  const marked = blocks.filter((block) => typeof block !== 'string' && block.cache_control);
  if (marked.length > MAX_BREAKPOINTS) refuse(`a maximum of ${MAX_BREAKPOINTS} blocks with cache_control may be given`);
}

/** Structured output takes closed objects only: every one says `additionalProperties: false`. */
function checkFormat({ output_config: config }: MessageRequest): void {
  const open = findOpenObject(config?.format?.schema ?? {}, 'output_config.format.schema');
  if (open !== null) refuse(`${open}: for 'object' type, 'additionalProperties' must be explicitly set to false`);
}

function findOpenObject(schema: unknown, path: string): string | null {
  if (Array.isArray(schema)) return firstOpen([...schema.entries()], path);
  if (!isObject(schema)) return null;
  if (schema['type'] === 'object' && schema['additionalProperties'] !== false) return path;
  return firstOpen(Object.entries(schema), path);
}

function firstOpen(entries: readonly (readonly [string | number, unknown])[], path: string): string | null {
  for (const [key, value] of entries) {
    const open = findOpenObject(value, `${path}.${key}`);
    if (open !== null) return open;
  }
  return null;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(message: string): never {
  throw new ApiError('invalid_request_error', message);
}
