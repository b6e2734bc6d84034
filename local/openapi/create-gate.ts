import type { ValidateFunction } from 'ajv';
import { readDescriptions, type Descriptions, type Operation } from '#local/openapi/read-descriptions.ts';

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

function checkQuery(subject: string, operation: Operation, query: URLSearchParams, compile: Compile): string[] {
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

/** A gate that reads the descriptions when it first needs them. */
export function createGate(): Gate {
  let descriptions: Descriptions | null = null;
  const read = (): Descriptions => (descriptions ??= readDescriptions());
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
