import { checkDocument } from '#adapters/store/stored-document.ts';
import type { StoreContext, Tx } from '#adapters/store/store-context.ts';
import { Effect } from '#domain/run/effect.ts';
import type { OutboxEntry } from '#ports/outbox.ts';

/** Puts effects into the outbox, once per key ever. */
export async function insertEffects(
  tx: Tx,
  clock: StoreContext['clock'],
  runId: string,
  effects: readonly Effect[],
): Promise<void> {
  if (effects.length === 0) return;
  const created = clock.now();
  const rows = effects.map((given) => {
    const effect = checkDocument(Effect, given, `The effect ${given.key}`);
    return { key: effect.key, run_id: runId, type: effect.type, effect: JSON.stringify(effect), created_at: created };
  });
  await tx
    .insertInto('outbox')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}

interface OutboxRow {
  readonly key: string;
  readonly run_id: string;
  readonly effect: unknown;
  readonly tries: number;
  readonly not_before: Date | null;
}

export function entryOf(row: OutboxRow): OutboxEntry {
  return {
    runId: row.run_id,
    effect: checkDocument(Effect, row.effect, `The saved effect ${row.key}`),
    tries: row.tries,
    notBefore: row.not_before,
  };
}
