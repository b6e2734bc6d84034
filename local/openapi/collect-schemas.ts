import type { Json, JsonObject } from '#local/github/json.ts';
import { simplifySchema } from '#local/openapi/simplify-schema.ts';

const prefix = '#/components/schemas/';

/** The names of the shared schemas that a value refers to. */
function referencedNames(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value)) return value.flatMap(referencedNames);
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner.replace(prefix, '')] : referencedNames(inner),
  );
}

/** The shared schemas that `roots` need, and those that these need, simplified. */
export function collectSchemas(roots: Json, all: Readonly<Record<string, Json>>): JsonObject {
  const collected: Record<string, Json> = {};
  const waiting = referencedNames(roots);
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (Object.hasOwn(collected, name)) continue;
    const schema = simplifySchema(all[name]);
    collected[name] = schema;
    waiting.push(...referencedNames(schema));
  }
  return Object.fromEntries(Object.entries(collected).toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
