import { MgeError } from '#domain/failure/mge-error.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** Longer than this after SIGTERM, and the process ends as it is: nothing is lost, the store knows what was under way. */
const GRACE_MS = 10_000;

/** Waits for SIGTERM or SIGINT, then closes in the given order. */
export function runUntilTold(telemetry: Telemetry, closing: readonly (() => Promise<void>)[]): void {
  let told = false;
  const stop = async (signal: string): Promise<void> => {
    if (told) return;
    told = true;
    telemetry.info('MGE is stopping', { signal });
    setTimeout(() => process.exit(1), GRACE_MS).unref();
    for (const close of closing) await close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        telemetry.warn('MGE did not stop in order', { error });
        process.exit(1);
      });
    });
  }
}

/** Says on stderr why the start failed and what to do, and ends the process. */
export function endWithReason(error: unknown): never {
  if (error instanceof MgeError) console.error(`MGE cannot start: ${error.message}.\n${error.nextStep}`);
  else console.error('MGE cannot start:', error);
  process.exit(1);
}
