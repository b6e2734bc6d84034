import type { Json, JsonObject } from '#local/github/json.ts';

/** Words of a description that say nothing about validity. */
const prose = new Set([
  'description',
  'title',
  'example',
  'examples',
  'deprecated',
  'externalDocs',
  'readOnly',
  'writeOnly',
  'discriminator',
  'default',
]);

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Turns OpenAPI 3.0's `nullable` into plain JSON Schema. */
function allowNull(schema: JsonObject): JsonObject {
  const { nullable, ...rest } = schema;
  if (nullable !== true) return rest;
  if (typeof rest['type'] === 'string' && rest['$ref'] === undefined) {
    const values = rest['enum'];
    const withNull = Array.isArray(values) && !values.includes(null) ? { enum: [...values, null] } : {};
    const { allOf, oneOf, anyOf, ...own } = rest;
    const composed = Object.fromEntries(
      Object.entries({ allOf, oneOf, anyOf }).filter(([, value]) => value !== undefined),
    );
    if (Object.keys(composed).length > 0) return { anyOf: [rest, { type: 'null' }] };
    return { ...own, ...withNull, type: [rest['type'], 'null'] };
  }
  return { anyOf: [rest, { type: 'null' }] };
}

/** A schema without prose, as plain JSON Schema. */
export function simplifySchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(simplifySchema);
  if (!isObject(schema)) return schema;
  const kept = Object.entries(schema).filter(([key]) => !prose.has(key) && !key.startsWith('x-'));
  const simple = kept.map(([key, value]): [string, Json] => {
    if (key === 'enum' || key === 'required' || key === 'const') return [key, value];
    if ((key === 'properties' || key === 'patternProperties') && isObject(value)) {
      return [key, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, simplifySchema(inner)]))];
    }
    return [key, simplifySchema(value)];
  });
  return allowNull(Object.fromEntries(simple));
}

/** A request's schema that also refuses fields it does not name. */
export function closeSchema(schema: Json): Json {
  if (Array.isArray(schema)) return schema.map(closeSchema);
  if (!isObject(schema)) return schema;
  const { properties } = schema;
  const closed = Object.entries(schema).map(([key, value]): [string, Json] => {
    if (key === 'properties' && isObject(value)) {
      return [key, Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, closeSchema(inner)]))];
    }
    const branches = (key === 'oneOf' || key === 'anyOf') && properties === undefined;
    return [key, key === 'items' || branches ? closeSchema(value) : value];
  });
  const open = properties !== undefined && schema['additionalProperties'] === undefined;
  return { ...Object.fromEntries(closed), ...(open ? { additionalProperties: false } : {}) };
}
