import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { z } from 'zod';

const schemaSchema = z.union([z.record(z.string(), z.unknown()), z.boolean()]);

/** References of a description point into itself; here they point at the one document of shared schemas. */
function pointAt(id: string, schema: unknown): z.infer<typeof schemaSchema> {
  const text = JSON.stringify(schema).replaceAll('"#/components/schemas/', `"${id}#/components/schemas/`);
  return schemaSchema.parse(JSON.parse(text));
}

/** Gives the function that compiles a schema (once) against a description's shared schemas. */
export function createValidators(
  id: string,
  schemas: Readonly<Record<string, unknown>>,
  version: '3.0' | '3.1',
): (schema: unknown) => ValidateFunction {
  // Each schema is asked a few times and no more: to share them and leave them as they are compiles in a third of the time.
  const compilation = { inlineRefs: false, code: { optimize: false } } as const;
  const options = { strict: false, allErrors: true, logger: false, ...compilation } as const;
  const ajv = version === '3.1' ? new Ajv2020(options) : new Ajv(options);
  addFormats.default(ajv);
  // GitHub's own bots have addresses such as 1+mge[bot]@users.noreply.github.com, which the usual pattern refuses
  ajv.addFormat('email', /^[^@\s]+@[^@\s]+$/);
  ajv.addSchema({ $id: id, components: { schemas } });
  const compiled = new Map<unknown, ValidateFunction>();
  return (schema) => {
    const known = compiled.get(schema);
    if (known) return known;
    const validate = ajv.compile(pointAt(id, schema));
    compiled.set(schema, validate);
    return validate;
  };
}
