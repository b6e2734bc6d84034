import { classifyFailure, type ClassifiedFailure } from '#domain/failure/classify-failure.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { refusal, success, type Result } from '#domain/failure/result.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { performWith, type EffectTable } from '#orchestrator/effect-table.ts';
import type { Clock } from '#ports/clock.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface TryEffectDependencies {
  readonly table: EffectTable;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}

function noRun(): MgeError {
  return new MgeError('The run of this effect does not exist.', {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Report this to the developers of MGE.',
  });
}

/** Performs an effect once: what came of it, or its failure, classified. Timed, and told to the operator. */
export async function tryEffect(
  { table, clock, telemetry }: TryEffectDependencies,
  run: Run | null,
  effect: Effect,
): Promise<Result<RunEvent, ClassifiedFailure>> {
  const started = clock.now().getTime();
  const observe = (outcome: string): void =>
    telemetry.observe('effect', (clock.now().getTime() - started) / 1000, { type: effect.type, outcome });
  try {
    if (run === null) throw noRun();
    const event = await performWith(table, run, effect);
    observe('done');
    return success(event);
  } catch (error) {
    const classified = classifyFailure(error);
    observe(classified.failure.code);
    const facts = { run: run?.id, key: effect.key, type: effect.type };
    if (classified.failure.retry === 'wait-until')
      telemetry.info('effect waits', { ...facts, until: classified.until });
    else telemetry.warn('effect failed', { ...facts, error });
    return refusal(classified);
  }
}
