import type { ExpressionBuilder } from 'kysely';
import type { StoreContext } from '#adapters/store/store-context.ts';
import type { Database } from '#adapters/store/tables.ts';
import type { RunQuery, RunStore } from '#ports/run-store.ts';

/** Ids of runs that are not finished or have events waiting. */
export async function unfinishedRuns({ db }: StoreContext): Promise<string[]> {
  const rows = await db
    .selectFrom('run')
    .select('id')
    .where('finished', '=', false)
    .union(db.selectFrom('run_event').select('run_id as id').where('applied_at', 'is', null))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of runs of a repository or installation that are not finished. */
export async function unfinishedRunsOf(
  { db }: StoreContext,
  whose: Parameters<RunStore['unfinishedOf']>[0],
): Promise<string[]> {
  const rows = await db
    .selectFrom('run')
    .select('id')
    .where('finished', '=', false)
    .where((is) =>
      'repository' in whose ? isOf(is, whose.repository) : is('installation_id', '=', String(whose.installationId)),
    )
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/** The run, among those of a repository, that an issue, pull request or branch belongs to; the one that changed last, if several do. */
export async function findRunId({ ahead: db }: StoreContext, query: RunQuery): Promise<string | null> {
  const row = await db
    .selectFrom('run')
    .select('id')
    .where((is) => isOf(is, query.repository))
    .where((is) =>
      is.or([
        ...(query.issue === undefined ? [] : [is('id', 'like', `%#${query.issue}`)]),
        ...(query.pullRequest === undefined ? [] : [is('pull_request', '=', query.pullRequest)]),
        ...(query.pullRequest === undefined ? [] : [is('onboarding_pull_request', '=', query.pullRequest)]),
        ...(query.branch === undefined ? [] : [is('branch', '=', query.branch)]),
      ]),
    )
    .orderBy('finished')
    .orderBy('updated_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.id ?? null;
}

function isOf(is: ExpressionBuilder<Database, 'run'>, { id, owner, name }: RunQuery['repository']) {
  const named = is.and([is('owner', '=', owner), is('name', '=', name)]);
  if (id === undefined) return named;
  return is.or([is('repository_id', '=', String(id)), is.and([is('repository_id', 'is', null), named])]);
}
