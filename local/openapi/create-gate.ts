import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ValidateFunction } from 'ajv';
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

/** Holds traffic to GitHub's own descriptions; each method gives what is wrong, in words. */
export interface Gate {
  /** `operation` is the method and path as described: `get /repos/{owner}/{repo}`. */
  checkRequest(operation: string, request: { readonly query: URLSearchParams; readonly body: unknown }): string[];
  checkResponse(operation: string, status: number, body: unknown): string[];
  /** `name` as the description keys it: `issues-opened`. */
  checkPayload(name: string, payload: unknown): string[];
  /** Reads the descriptions and compiles all that is answered and told, about a second of work: else each first check does its part. */
  compileAll(): void;
}

function readGenerated(name: string): unknown {
  return JSON.parse(readFileSync(join(import.meta.dirname, 'generated', name), 'utf8'));
}

function tell(subject: string, validate: ValidateFunction, value: unknown): string[] {
  if (validate(value)) return [];
  const problems = (validate.errors ?? []).map((error) => {
    const extra = error.keyword === 'additionalProperties' ? ` (${String(error.params['additionalProperty'])})` : '';
    return `${error.instancePath || '/'} ${error.message ?? error.keyword}${extra}`;
  });
  return [`${subject}: ${[...new Set(problems)].slice(0, 8).join('; ')}`];
}

/** Query values come as text: `10` and `true` are read as what they say. */
function readValue(text: string): unknown {
  return /^(true|false|-?\d{1,15})$/.test(text) ? JSON.parse(text) : text;
}

function checkQuery(
  subject: string,
  operation: z.infer<typeof operationSchema>,
  query: URLSearchParams,
  compile: Compile,
): string[] {
  const known = operation.parameters.filter((parameter) => parameter.in === 'query');
  const unknown = [...query.keys()].filter((name) => !known.some((parameter) => parameter.name === name));
  const missing = known.filter((parameter) => parameter.required && !query.has(parameter.name));
  return [
    ...unknown.map((name) => `${subject}: unknown query parameter ${name}`),
    ...missing.map(({ name }) => `${subject}: missing query parameter ${name}`),
    ...known.flatMap(({ name, schema }) => {
      const text = query.get(name);
      if (text === null) return [];
      const validate = compile(schema);
      return validate(text) ? [] : tell(`${subject}?${name}`, validate, readValue(text));
    }),
  ];
}

type Compile = (schema: unknown) => ValidateFunction;

/** Reads the committed descriptions (about 0.7 MB). */
function readDescriptions() {
  const rest = restSchema.parse(readGenerated('rest.json'));
  const webhooks = webhooksSchema.parse(readGenerated('webhooks.json'));
  return {
    operations: rest.operations,
    payloads: webhooks.payloads,
    compileRest: createValidators('rest', rest.schemas, '3.0'),
    compileWebhook: createValidators('webhooks', webhooks.schemas, '3.1'),
  };
}

/** A gate that reads the descriptions when it first needs them. */
export function createGate(): Gate {
  let descriptions: ReturnType<typeof readDescriptions> | null = null;
  const read = (): ReturnType<typeof readDescriptions> => (descriptions ??= readDescriptions());
  return {
    checkRequest(name, { query, body }) {
      const { operations, compileRest } = read();
      const operation = operations[name];
      if (!operation) return [`${name}: not described by GitHub`];
      const problems = checkQuery(name, operation, query, compileRest);
      if (!operation.body) return body === undefined ? problems : [...problems, `${name}: takes no body`];
      if (body === undefined) return operation.body.required ? [...problems, `${name}: needs a body`] : problems;
      return [...problems, ...tell(`${name} request`, compileRest(operation.body.schema), body)];
    },
    checkResponse(name, status, body) {
      const { operations, compileRest } = read();
      const operation = operations[name];
      const schema = operation?.responses[String(status)];
      if (schema === undefined) return status < 400 && operation ? [`${name}: GitHub never answers ${status}`] : [];
      if (schema === null || status === 304) return body === undefined ? [] : [`${name} ${status}: has no body`];
      return tell(`${name} ${status}`, compileRest(schema), body);
    },
    checkPayload(name, payload) {
      const { payloads, compileWebhook } = read();
      const schema = payloads[name];
      return schema === undefined
        ? [`${name}: not described by GitHub`]
        : tell(`webhook ${name}`, compileWebhook(schema), payload);
    },
    compileAll() {
      const { operations, payloads, compileRest, compileWebhook } = read();
      const answers = Object.values(operations).flatMap(({ responses }) => Object.values(responses));
      for (const schema of answers) if (schema !== null) compileRest(schema);
      for (const schema of Object.values(payloads)) compileWebhook(schema);
    },
  };
}
