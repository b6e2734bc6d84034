import { LRUCache } from 'lru-cache';
import { sql } from 'kysely';
import { checkDocument } from '#adapters/store/stored-document.ts';
import type { Db, StoreContext, Tx } from '#adapters/store/store-context.ts';
import { isOver } from '#domain/run/is-over.ts';
import { Run } from '#domain/run/run.ts';

/** How many runs are kept parsed: a run is large, and each of its effects asks for it. */
const KEPT = 50;

interface Versioned {
  readonly version: number;
  readonly run: Run;
}

/** Reads and writes the rows of `run`. A run is pure data that nobody changes in place, so a version is parsed once. */
export interface RunRows {
  read(db: Db | Tx, runId: string): Promise<Versioned | null>;
  write(tx: Tx, run: Run, version: number): Promise<Versioned>;
  /** To be called after the commit. */
  remember(versioned: Versioned): void;
}

function columnsOf(run: Run) {
  return {
    owner: run.repository.owner,
    name: run.repository.name,
    repository_id: run.repository.id ?? null,
    installation_id: run.repository.installationId,
    branch: run.build?.branch ?? null,
    pull_request: run.pullRequest,
    onboarding_pull_request: run.onboardingPullRequest,
    finished: isOver(run),
    state: JSON.stringify(run),
  };
}

export function createRunRows({ clock }: Pick<StoreContext, 'clock'>): RunRows {
  const kept = new LRUCache<string, Versioned>({ max: KEPT });
  const remember = (versioned: Versioned): void => void kept.set(versioned.run.id, versioned);

  return {
    remember,
    async read(db, runId) {
      const known = kept.get(runId);
      // The state crosses the wire only when it is not the one that is kept.
      const row = await db
        .selectFrom('run')
        .select([
          'version',
          sql<unknown>`case when version = ${known?.version ?? -1} then null else state end`.as('state'),
        ])
        .where('id', '=', runId)
        .executeTakeFirst();
      if (row === undefined) return null;
      if (known !== undefined && known.version === row.version) return known;
      const read = { version: row.version, run: checkDocument(Run, row.state, `The saved run ${runId}`) };
      remember(read);
      return read;
    },
    async write(tx, given, version) {
      const run = checkDocument(Run, given, `The run ${given.id}`);
      const row = { version, updated_at: clock.now(), ...columnsOf(run) };
      await tx
        .insertInto('run')
        .values({ id: run.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
      return { version, run };
    },
  };
}
