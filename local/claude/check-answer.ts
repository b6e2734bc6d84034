import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { ApiError } from '#local/claude/api-error.ts';
import type { MessageRequest } from '#local/claude/message-request.ts';

const ajv = new Ajv2020({ strict: false });
/** Schemas come as new objects with each request, but there are few different ones. */
const compiled = new Map<string, ValidateFunction>();

/** Holds a scripted answer to the schema that was asked for, as constrained decoding would. Throws `ApiError`. */
export function checkAnswer(request: MessageRequest, answer: unknown): void {
  const schema = request.output_config?.format?.schema;
  if (schema === undefined) return;
  const validate = compileOnce(schema);
  if (validate(answer)) return;
  const [problem] = validate.errors ?? [];
  throw new ApiError('api_error', `the scripted answer is out of schema: ${problem?.instancePath} ${problem?.message}`);
}

function compileOnce(schema: Record<string, unknown>): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const validate = ajv.compile(schema);
  compiled.set(key, validate);
  return validate;
}
