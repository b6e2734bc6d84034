import type { EffectOf, EffectType } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';

/**
 * Performs one effect of a run and tells what came of it. May run more than once for the same effect (a crash in between),
 * so it must be idempotent by `effect.key`. Throws `MgeError` for what it cannot do.
 */
export type Perform<T extends EffectType> = (run: Run, effect: EffectOf<T>) => Promise<RunEvent>;
