import Anthropic from '@anthropic-ai/sdk';
import type { Telemetry } from '#ports/telemetry.ts';

/** Where and as whom to call. `baseUrl` may name any endpoint that speaks the Messages API. */
export interface ClaudeAccess {
  readonly apiKey: string;
  readonly baseUrl?: string;
  /** Milliseconds after which a call is given up; an answer of 64k tokens may take ten minutes. */
  readonly timeoutMs?: number;
}

const TEN_MINUTES = 600_000;

/** The SDK's client. Nothing is retried here (the queue does that, without a worker asleep), and nothing goes to stdout. */
export function createClaudeClient(access: ClaudeAccess & { telemetry: Telemetry }): Anthropic {
  const { telemetry } = access;
  const warn = (message: string): void => telemetry.warn('claude sdk', { message });
  return new Anthropic({
    apiKey: access.apiKey,
    authToken: null,
    ...(access.baseUrl === undefined ? { baseURL: 'https://api.anthropic.com' } : { baseURL: access.baseUrl }),
    maxRetries: 0,
    timeout: access.timeoutMs ?? TEN_MINUTES,
    logLevel: 'warn',
    logger: { error: warn, warn, info: ignore, debug: ignore },
  });
}

function ignore(): void {}
