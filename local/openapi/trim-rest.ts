import { z } from 'zod';
import type { Json, JsonObject } from '#local/github/json.ts';
import { allRoutes } from '#local/github/routes/all-routes.ts';
import { collectSchemas } from '#local/openapi/collect-schemas.ts';
import { correctParameter, correctResponse } from '#local/openapi/correct-description.ts';
import { closeSchema, simplifySchema } from '#local/openapi/simplify-schema.ts';

const jsonSchema: z.ZodType<Json> = z.json();
const mediaSchema = z.object({ schema: jsonSchema.optional() });
const contentSchema = z.record(z.string(), mediaSchema).optional();
const parameterSchema = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  schema: jsonSchema,
});
const reference = z.object({ $ref: z.string() });
const responseSchema = z.object({ content: contentSchema });
const operationSchema = z.object({
  parameters: z.array(z.union([reference, parameterSchema])).default([]),
  requestBody: z.object({ required: z.boolean().optional(), content: contentSchema }).optional(),
  responses: z.record(z.string(), z.union([reference, responseSchema])),
});
const descriptionSchema = z.object({
  info: z.object({ version: z.string() }),
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
  components: z.object({
    schemas: z.record(z.string(), jsonSchema),
    parameters: z.record(z.string(), parameterSchema),
    responses: z.record(z.string(), responseSchema),
  }),
});
type Components = z.infer<typeof descriptionSchema>['components'];

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? '';
}

function jsonOf(content: z.infer<typeof contentSchema>): Json {
  return content?.['application/json']?.schema ?? content?.['application/scim+json']?.schema ?? null;
}

function trimOperation(name: string, operation: z.infer<typeof operationSchema>, components: Components): JsonObject {
  const parameters = operation.parameters.flatMap((parameter) => {
    const found = '$ref' in parameter ? components.parameters[lastPart(parameter.$ref)] : parameter;
    if (!found) return [];
    const schema = correctParameter(found.name, simplifySchema(found.schema));
    return [{ name: found.name, in: found.in, required: found.required ?? false, schema }];
  });
  const responses = Object.entries(operation.responses).map(([status, response]) => {
    const found = '$ref' in response ? components.responses[lastPart(response.$ref)] : response;
    return [status, correctResponse(name, status, simplifySchema(jsonOf(found?.content)))];
  });
  const body = operation.requestBody;
  const request = body
    ? { required: body.required ?? false, schema: closeSchema(simplifySchema(jsonOf(body.content))) }
    : null;
  return { parameters, body: request, responses: Object.fromEntries(responses) };
}

/** The part of GitHub's REST description that the routes of the local GitHub use. */
export function trimRest(description: unknown): JsonObject {
  const { info, paths, components } = descriptionSchema.parse(description);
  const operations = allRoutes.map(({ method, path }): [string, Json] => {
    const operation = paths[path]?.[method];
    if (operation === undefined) throw new Error(`GitHub's description has no ${method} ${path}`);
    return [`${method} ${path}`, trimOperation(`${method} ${path}`, operationSchema.parse(operation), components)];
  });
  const trimmed = Object.fromEntries(operations);
  return { version: info.version, operations: trimmed, schemas: collectSchemas(trimmed, components.schemas) };
}
