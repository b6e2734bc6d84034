import { sql } from 'kysely';
import type { StoreContext } from '#adapters/store/store-context.ts';
import { storeCall } from '#adapters/store/translate-store-error.ts';
import type { AskedSetup, RepositoryName } from '#domain/setup/repository-setup.ts';
import type { NextSetup, SetupStore } from '#ports/setup-store.ts';

/** So many are saved by one statement: an installation may bring thousands. */
const AT_ONCE = 500;

export function createSetupStore(context: StoreContext): SetupStore {
  const { db, clock } = context;
  const change = ({ installationId, owner, name }: AskedSetup) =>
    db
      .updateTable('repository_setup')
      .where('installation', '=', String(installationId))
      .where('owner', '=', owner)
      .where('name', '=', name);

  return {
    ask: (installationId, repositories) => storeCall(() => ask(context, installationId, repositories)),
    next: (installationId) => storeCall(() => findNext(db, installationId)),
    settle: (asked, outcome) =>
      storeCall(async () => {
        await change(asked).set({ outcome, settled_at: clock.now(), not_before: null }).execute();
      }),
    postpone: (asked, until) =>
      storeCall(async () => {
        await change(asked)
          .set({ tries: asked.tries + 1, not_before: until })
          .execute();
      }),
    waiting: () =>
      storeCall(async () => {
        const rows = await db
          .selectFrom('repository_setup')
          .where('settled_at', 'is', null)
          .select('installation')
          .distinct()
          .orderBy('installation')
          .execute();
        return rows.map(({ installation }) => Number(installation));
      }),
  };
}

async function ask(
  { db, clock }: StoreContext,
  installationId: number,
  repositories: readonly RepositoryName[],
): Promise<void> {
  const fresh = { asked_at: clock.now(), tries: 0, not_before: null, settled_at: null, outcome: null };
  for (let start = 0; start < repositories.length; start += AT_ONCE) {
    const rows = repositories
      .slice(start, start + AT_ONCE)
      .map(({ owner, name }) => ({ installation: String(installationId), owner, name, ...fresh }));
    await db
      .insertInto('repository_setup')
      .values(rows)
      .onConflict((conflict) => conflict.columns(['installation', 'owner', 'name']).doUpdateSet(fresh))
      .execute();
  }
}

async function findNext(db: StoreContext['db'], installationId: number): Promise<NextSetup | null> {
  const ofInstallation = db.selectFrom('repository_setup').where('installation', '=', String(installationId));
  const row = await ofInstallation
    .where('settled_at', 'is', null)
    .selectAll()
    .orderBy(sql`coalesce(not_before, asked_at)`)
    .orderBy('owner')
    .orderBy('name')
    .executeTakeFirst();
  if (row === undefined) return null;
  const last = await ofInstallation
    .where('outcome', '=', 'opened')
    .where('settled_at', 'is not', null)
    .select('settled_at')
    .orderBy('settled_at', 'desc')
    .executeTakeFirst();
  const { owner, name, asked_at: askedAt, tries, not_before: notBefore } = row;
  const asked = { installationId, owner, name, askedAt, tries };
  return { asked, notBefore, lastOpenedAt: last?.settled_at ?? null };
}
