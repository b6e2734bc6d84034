import { z } from 'zod';
import { accountedRun } from '#adapters/github/client/accounted-run.ts';
import type { GitHubClient } from '#adapters/github/client/github-client.ts';
import { rateLimited } from '#adapters/github/errors/translate-error.ts';
import type { MgeError } from '#domain/failure/mge-error.ts';
import type { Clock } from '#ports/clock.ts';
import type { RequestBudget } from '#ports/github/request-budget.ts';

const Endpoint = z.object({ method: z.string(), url: z.string(), query: z.string().optional() });
const Limits = z.object({ 'x-ratelimit-remaining': z.coerce.number(), 'x-ratelimit-reset': z.coerce.number() });
/** With so few left the installation stops: what is under way in other processes must still get through. */
const FEWEST_LEFT = 5;

export interface BudgetDependencies {
  readonly budget: RequestBudget;
  readonly clock: Clock;
}

/**
 * Every request of an installation's client is counted before it is sent. Without room it is not sent: the error tells when
 * there will be, and the queue waits. A limit that GitHub itself tells of holds for all workers.
 */
export function keepBudget(client: GitHubClient, installation: number, { budget, clock }: BudgetDependencies): void {
  client.hook.before('request', async (options) => {
    const free = await budget.spend({ installation, creating: isCreating(options), run: accountedRun() });
    if (free !== null) throw rateLimited('as many requests were sent as GitHub allows in this time', free, null);
  });
  client.hook.after('request', async ({ headers }) => {
    const limits = Limits.safeParse(headers).data;
    if (limits === undefined || limits['x-ratelimit-remaining'] >= FEWEST_LEFT) return;
    const until = new Date(limits['x-ratelimit-reset'] * 1000 + 1000);
    if (until > clock.now()) await budget.block(installation, until);
  });
}

/** Tells the other workers of a limit that GitHub answered with. */
export async function noteLimit(error: MgeError, installation: number, budget: RequestBudget): Promise<void> {
  if (error.code !== 'github-rate-limited' || error.until === null || error.cause === null) return;
  await budget.block(installation, error.until);
}

/** Anything but reading; of GraphQL's questions, the mutations. */
function isCreating(options: unknown): boolean {
  const endpoint = Endpoint.safeParse(options).data;
  if (endpoint === undefined || endpoint.method === 'GET') return false;
  return endpoint.url.endsWith('/graphql') ? /^\s*mutation/.test(endpoint.query ?? '') : true;
}
