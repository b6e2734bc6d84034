import { z } from 'zod';
import { factsOfStatus } from '#adapters/github/errors/facts-of-status.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { whatHappened } from '#adapters/github/errors/what-happened.ts';
import { redactSecrets } from '#domain/failure/redact-secrets.ts';

const HttpError = z.object({
  status: z.number(),
  message: z.string(),
  request: z.object({ method: z.string(), url: z.string() }).optional(),
  response: z
    .object({
      headers: z.record(z.string(), z.union([z.string(), z.number()]).optional()).default({}),
      data: z.unknown().optional(),
    })
    .optional()
    .catch(undefined),
});
type HttpError = z.infer<typeof HttpError>;

const DocumentedError = z.object({ documentation_url: z.string() });
/** Without a hint from GitHub, its advice is to wait at least a minute. */
const FALLBACK_WAIT_SECONDS = 60;
const LONGEST_MESSAGE = 300;

/** Anything that a request threw, as the one error of MGE. `now` is needed to turn `retry-after` into a time. */
export function translateError(error: unknown, now: Date): MgeError {
  if (error instanceof MgeError) return error;
  const parsed = HttpError.safeParse(error);
  // No status: the request never got an answer.
  if (!parsed.success || parsed.data.response === undefined) return unavailable(error, 'GitHub could not be reached');
  const { data } = parsed;
  const said = redactSecrets(data.message).slice(0, LONGEST_MESSAGE);
  const message = `${whatHappened(data.status)}: ${said} (${data.status} to ${describe(data)})`;
  if (isRateLimit(data)) return rateLimited(message, waitUntil(data, now), error);
  if (data.status >= 500) return unavailable(error, message);
  return new MgeError(message, { ...factsOfStatus(data), cause: error });
}

/** A limit that a GraphQL answer told of with status 200. */
export function rateLimited(message: string, until: Date, cause: unknown): MgeError {
  const nextStep = 'Nothing to do: I go on by myself when GitHub allows it again.';
  return new MgeError(message, { code: 'github-rate-limited', retry: 'wait-until', until, nextStep, cause });
}

function unavailable(cause: unknown, message: string): MgeError {
  const nextStep =
    'Nothing to do yet: I try again by myself. If it lasts, look at githubstatus.com, then type `/mge retry`.';
  return new MgeError(message, { code: 'github-unavailable', retry: 'retry', nextStep, cause });
}

function isRateLimit(error: HttpError): boolean {
  if (error.status === 429) return true;
  if (error.status !== 403) return false;
  const headers = error.response?.headers ?? {};
  if (headers['retry-after'] !== undefined || String(headers['x-ratelimit-remaining']) === '0') return true;
  const documented = DocumentedError.safeParse(error.response?.data);
  return documented.success && documented.data.documentation_url.includes('rate-limit');
}

function waitUntil(error: HttpError, now: Date): Date {
  const headers = error.response?.headers ?? {};
  const seconds = Number(headers['retry-after']);
  if (seconds > 0) return new Date(now.getTime() + seconds * 1000);
  const reset = Number(headers['x-ratelimit-reset']) * 1000;
  const empty = String(headers['x-ratelimit-remaining']) === '0';
  // One second more: GitHub counts in whole seconds.
  if (empty && reset > now.getTime()) return new Date(reset + 1000);
  return new Date(now.getTime() + FALLBACK_WAIT_SECONDS * 1000);
}

/** Method and path, without host and query. */
function describe(error: HttpError): string {
  if (error.request === undefined) return 'a request';
  const path = error.request.url.replace(/^https?:\/\/[^/]*/, '').replace(/\?.*$/, '');
  return `${error.request.method} ${redactSecrets(path)}`;
}
