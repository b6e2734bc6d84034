import { setTimeout as wait } from 'node:timers/promises';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Ledger, ModelCall } from '#ports/ledger.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** A restart of the database takes seconds; whoever waits for longer than this is told. */
const LONGEST_MS = 10 * 60_000;
const SHORTEST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

export interface BookCallDependencies {
  readonly ledger: Pick<Ledger, 'settle'>;
  readonly telemetry: Pick<Telemetry, 'warn'>;
  readonly pause?: (milliseconds: number) => Promise<void>;
}

/**
 * Books an answer that has arrived, and was paid for: while the database is away it is kept and booked once that is back, since
 * otherwise it would be asked for again. A caller waits meanwhile, so no more answers are kept than calls are made at once.
 */
export function createBookCall({ ledger, telemetry, pause = wait }: BookCallDependencies) {
  return async (call: ModelCall): Promise<void> => {
    let waited = 0;
    for (let next = SHORTEST_PAUSE_MS; ; next = Math.min(LONGEST_PAUSE_MS, 2 * next)) {
      try {
        await ledger.settle(call);
        return;
      } catch (error) {
        if (!(error instanceof MgeError) || error.retry !== 'retry' || waited >= LONGEST_MS) throw error;
        telemetry.warn('an answer of the model waits to be booked', { run: call.run, stage: call.stage, error });
        await pause(next);
        waited += next;
      }
    }
  };
}
