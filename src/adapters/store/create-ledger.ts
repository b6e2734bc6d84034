import { sql } from 'kysely';
import { lockKey } from '#adapters/store/lock-key.ts';
import { callOf, rowOf } from '#adapters/store/model-call-rows.ts';
import type { StoreContext, Tx } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import type { Ledger, ModelCall, Reserved, Spending } from '#ports/ledger.ts';

/** No call takes this long: a reservation that is older was left by a process that died. */
const RESERVATION_HOURS = 6;

async function total(tx: Tx, run: string, requestHash: string, since: Date): Promise<number> {
  const { rows } = await sql<{ usd: number }>`select (
    (select coalesce(sum(cost_usd), 0) from mge.model_call where run_id = ${run})
    + (select coalesce(sum(usd), 0) from mge.reservation
       where run_id = ${run} and request_hash <> ${requestHash} and at > ${since}))::float8 as usd`.execute(tx);
  return rows[0]?.usd ?? 0;
}

async function spendingOf({ db }: Pick<StoreContext, 'db'>, run: string): Promise<Spending> {
  const rows = await db
    .selectFrom('model_call')
    .select([
      'stage',
      sql<number>`sum(cost_usd)::float8`.as('usd'),
      sql<number>`count(*)::int4`.as('calls'),
      sql<number>`sum(input_tokens::float8 + output_tokens + cache_read_tokens + cache_write_tokens)::float8`.as(
        'tokens',
      ),
    ])
    .where('run_id', '=', run)
    .groupBy('stage')
    .orderBy('stage')
    .execute();
  return {
    usd: rows.reduce((sum, row) => sum + row.usd, 0),
    calls: rows.reduce((sum, row) => sum + row.calls, 0),
    byStage: Object.fromEntries(rows.map(({ stage, usd, calls, tokens }) => [stage, { usd, calls, tokens }])),
  };
}

interface Wanted {
  readonly run: string;
  readonly requestHash: string;
  readonly worstCaseUsd: number;
  readonly capUsd: number;
  readonly now: Date;
}

async function reserve(tx: Tx, { run, requestHash, worstCaseUsd, capUsd, now }: Wanted): Promise<Reserved> {
  await lockKey(tx, `money:${run}`);
  const row = await tx.selectFrom('run').select('finished').where('id', '=', run).executeTakeFirst();
  if (row?.finished === true) return 'run-over';
  const since = new Date(now.getTime() - RESERVATION_HOURS * 3_600_000);
  if ((await total(tx, run, requestHash, since)) + worstCaseUsd > capUsd) return 'over-cap';
  const reservation = { run_id: run, usd: worstCaseUsd, at: now };
  await tx
    .insertInto('reservation')
    .values({ request_hash: requestHash, ...reservation })
    .onConflict((conflict) => conflict.column('request_hash').doUpdateSet(reservation))
    .execute();
  return 'granted';
}

async function settle(tx: Tx, call: ModelCall, at: Date): Promise<void> {
  await tx
    .insertInto('model_call')
    .values({ ...rowOf(call), at })
    .onConflict((conflict) => conflict.column('request_hash').doNothing())
    .execute();
  await tx.deleteFrom('reservation').where('request_hash', '=', call.requestHash).execute();
}

export function createLedger({ db, clock }: StoreContext): Ledger {
  return {
    find: (requestHash) =>
      storeCall(async () => {
        const row = await db
          .selectFrom('model_call')
          .selectAll()
          .where('request_hash', '=', requestHash)
          .executeTakeFirst();
        return row === undefined ? null : callOf(row);
      }),
    reserve: (run, requestHash, worstCaseUsd, capUsd) => {
      const wanted = { run, requestHash, worstCaseUsd, capUsd, now: clock.now() };
      return storeCall(() => db.transaction().execute((tx) => reserve(tx, wanted)));
    },
    settle: (call) => storeCall(() => db.transaction().execute((tx) => settle(tx, call, clock.now()))),
    release: (requestHash) =>
      storeCall(async () => {
        await db.deleteFrom('reservation').where('request_hash', '=', requestHash).execute();
      }),
    spending: (run) => storeCall(() => spendingOf({ db }, run)),
  };
}
