import type { z } from 'zod';
import { MgeError } from '#domain/failure/mge-error.ts';

/** A document checked against its schema. Throws MgeError `internal`: what is stored or about to be stored is never guessed at. */
export function checkDocument<T>(schema: z.ZodType<T>, document: unknown, what: string): T {
  const parsed = schema.safeParse(document);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new MgeError(`${what} has a bad shape at \`${issue?.path.join('.') ?? ''}\`: ${issue?.message ?? 'unknown'}.`, {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Report this to the developers of MGE.',
    cause: parsed.error,
  });
}
