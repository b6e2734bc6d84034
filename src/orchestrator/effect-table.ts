import type { Effect, EffectOf, EffectType } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';

/** Who performs which effect. */
export type EffectTable = { readonly [T in EffectType]: Perform<T> };

function performAs<T extends EffectType>(
  table: EffectTable,
  type: T,
  run: Run,
  effect: EffectOf<T>,
): Promise<RunEvent> {
  return table[type](run, effect);
}

/** Performs an effect with the table's entry for its type. */
export function performWith(table: EffectTable, run: Run, effect: Effect): Promise<RunEvent> {
  return performAs(table, effect.type, run, effect);
}
