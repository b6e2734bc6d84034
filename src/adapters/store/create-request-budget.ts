import { sql } from 'kysely';
import type { RequestBudget } from '#ports/github/request-budget.ts';
import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';

/** How many requests an installation may send, in any stretch of such a length. */
export interface RequestLimits {
  readonly creatingPerMinute: number;
  readonly creatingPerHour: number;
  readonly perHour: number;
}

/**
 * What GitHub publishes (80 and 500 content-creating requests, 5,000 in all), less what may be under way at the border of
 * two of its minutes.
 */
export const GITHUB_LIMITS: RequestLimits = { creatingPerMinute: 75, creatingPerHour: 480, perHour: 4900 };

/** On a GitHub that counts nothing. */
export const NO_LIMITS: RequestLimits = { creatingPerMinute: 1e9, creatingPerHour: 1e9, perHour: 1e9 };

/** One statement a request: the count, the limits and the lock between workers are in the database (migration 0004). */
export function createRequestBudget(
  { db, clock }: StoreContext,
  { creatingPerMinute, creatingPerHour, perHour }: RequestLimits = GITHUB_LIMITS,
): RequestBudget {
  return {
    spend: ({ installation, creating, run }) =>
      storeCall(async () => {
        const { rows } = await sql<{ free: Date | null }>`select mge.spend_request(
          ${installation}::bigint, ${creating}::boolean, ${run}::text, ${clock.now()}::timestamptz,
          ${creatingPerMinute}::int, ${creatingPerHour}::int, ${perHour}::int) as free`.execute(db);
        return rows[0]?.free ?? null;
      }),
    block: (installation, until) =>
      storeCall(async () => {
        await db
          .insertInto('github_block')
          .values({ installation: String(installation), until })
          .onConflict((conflict) => conflict.column('installation').doUpdateSet({ until }))
          .execute();
      }),
    countOf: (run) =>
      storeCall(async () => {
        const row = await db
          .selectFrom('github_usage')
          .select(['requests', 'creating'])
          .where('run_id', '=', run)
          .executeTakeFirst();
        return row ?? { requests: 0, creating: 0 };
      }),
  };
}
