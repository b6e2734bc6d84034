import type { Json } from '#local/github/json.ts';

/** Responses that the description gets wrong, by operation and status, with what is right. */
const corrected: Readonly<Record<string, Json>> = {
  // the account is a user or an enterprise (as `installation` says), not both at once
  'get /app/installations 200': { type: 'array', items: { $ref: '#/components/schemas/installation' } },
};

/** A response's schema, put right where the description is known to be wrong. */
export function correctResponse(operation: string, status: string, schema: Json): Json {
  return corrected[`${operation} ${status}`] ?? schema;
}

/** A parameter's schema: `created` is described as one date, but takes ranges and comparisons too, as its prose says. */
export function correctParameter(name: string, schema: Json): Json {
  return name === 'created' ? { type: 'string' } : schema;
}
