import { z } from 'zod';
import { MgeError, type FailureFacts } from '#domain/failure/mge-error.ts';
import { redactSecrets } from '#domain/failure/redact-secrets.ts';
import { rateLimited, translateError } from '#adapters/github/errors/translate-error.ts';

/** Errors that come with status 200, in the answer's own `errors`. */
const AnswerErrors = z.object({
  errors: z.array(z.object({ type: z.string().optional(), message: z.string() })).min(1),
  headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()).default({}),
});
type AnswerErrors = z.infer<typeof AnswerErrors>;

const MINUTE_MS = 60_000;

/** Anything that a GraphQL request threw, as the one error of MGE. */
export function translateGraphqlError(error: unknown, now: Date): MgeError {
  if (error instanceof MgeError) return error;
  const parsed = AnswerErrors.safeParse(error);
  if (!parsed.success) return translateError(error, now);
  const type = parsed.data.errors[0]?.type ?? '';
  const message = `GitHub refused what I asked for (${type || 'GraphQL'}): ${redactSecrets(parsed.data.errors[0]?.message ?? '').slice(0, 300)}`;
  if (type === 'RATE_LIMITED' || type === 'RATE_LIMIT') return rateLimited(message, reset(parsed.data, now), error);
  return new MgeError(message, { ...factsOf(type), cause: error });
}

function factsOf(type: string): FailureFacts {
  if (type === 'NOT_FOUND') {
    return {
      code: 'github-not-found',
      retry: 'give-up',
      nextStep: 'Check that the pull request and its threads still exist.',
    };
  }
  if (type === 'FORBIDDEN' || type === 'INSUFFICIENT_SCOPES') {
    return {
      code: 'github-forbidden',
      retry: 'ask-human',
      nextStep: 'Check that the app has the permissions of app.yml, then type `/mge retry`.',
    };
  }
  return {
    code: 'github-rejected',
    retry: 'give-up',
    nextStep: 'Mend what GitHub complains about, then type `/mge retry`.',
  };
}

function reset({ headers }: AnswerErrors, now: Date): Date {
  const at = Number(headers['x-ratelimit-reset']) * 1000;
  return at > now.getTime() ? new Date(at + 1000) : new Date(now.getTime() + MINUTE_MS);
}
