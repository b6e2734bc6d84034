import { APIConnectionError, APIError } from '@anthropic-ai/sdk';
import { readRetryAfter } from '#adapters/claude/read-retry-after.ts';
import { MgeError, type FailureFacts } from '#domain/failure/mge-error.ts';

type Translation = Omit<FailureFacts, 'cause'> & { readonly message: string };

/** The one place where errors of the SDK become errors of MGE. Nothing of a response's body gets into a message. */
export function translateError(cause: unknown, now: Date): unknown {
  if (!(cause instanceof Error)) return cause;
  const { message, ...facts } = cause instanceof APIError ? fromApi(cause, now) : fromSdk(cause);
  return new MgeError(message, { ...facts, cause });
}

/** A stream without a single event comes from a cut line, or from an address where something else than Claude answers. */
function fromSdk(error: Error): Translation {
  return /without sending any chunks/u.test(error.message) ? UNREADABLE : UNREACHABLE;
}

function fromApi(error: APIError, now: Date): Translation {
  if (error instanceof APIConnectionError) return UNREACHABLE;
  if (error.type === 'rate_limit_error' || error.status === 429) return rateLimited(error, now);
  if (error.type === 'overloaded_error' || error.status === 529) return OVERLOADED;
  const status = error.status ?? 500;
  if (status >= 500 || status === 408 || status === 409)
    return { ...UNREACHABLE, message: `Claude’s service failed (${status})` };
  const message = `${REJECTED.message} (${status} ${REJECTION_NAMES[status] ?? 'invalid request'})`;
  return { ...REJECTED, message, nextStep: REJECTION_STEPS[status] ?? REJECTED.nextStep };
}

function rateLimited(error: APIError, now: Date): Translation {
  return {
    message: 'Claude asked me to wait',
    code: 'model-rate-limited',
    retry: 'wait-until',
    until: readRetryAfter(error.headers, now),
    nextStep: 'Nothing to do: I go on by myself when the limit allows it.',
  };
}

const OVERLOADED: Translation = {
  message: 'Claude is overloaded',
  code: 'model-overloaded',
  retry: 'retry',
  nextStep: 'Nothing to do yet: I try again by myself. If it lasts, type `/mge retry` later.',
};

const UNREACHABLE: Translation = {
  message: 'Claude could not be reached, or broke off',
  code: 'model-unavailable',
  retry: 'retry',
  nextStep: 'Nothing to do yet: I try again by myself. If it lasts, type `/mge retry` later.',
};

const UNREADABLE: Translation = {
  ...UNREACHABLE,
  message: 'what answers at Claude’s address said nothing that I can read',
  nextStep: 'Nothing to do yet: I try again by myself. If it lasts, whoever runs MGE checks ANTHROPIC_BASE_URL.',
};

/** A request that the service answers with a no. */
export const REJECTED: Translation = {
  message: 'Claude rejected the request',
  code: 'model-request-rejected',
  retry: 'ask-human',
  nextStep: 'Whoever runs MGE finds the reason in its log; then type `/mge retry`.',
};

const REJECTION_NAMES: Readonly<Record<number, string>> = {
  401: 'the API key is not accepted',
  402: 'no credit',
  403: 'not allowed',
  404: 'not found',
  413: 'too large',
};

const REJECTION_STEPS: Readonly<Record<number, string>> = {
  401: 'Whoever runs MGE has to check ANTHROPIC_API_KEY; then type `/mge retry`.',
  402: 'The Anthropic account needs credit; then type `/mge retry`.',
  403: 'The API key may not use this model: change it or `models` in `.github/mge.yml`; then type `/mge retry`.',
  404: 'The model or the address (ANTHROPIC_BASE_URL) is not known: check `models` in `.github/mge.yml`; then type `/mge retry`.',
  413: 'The request is too large: split the spec into smaller ones.',
};
