import { MgeError } from '#domain/failure/mge-error.ts';

/** Tells a failure on stderr, with the next step where it is known, and makes the process end with 1. */
export function reportFailure(error: unknown): void {
  const message = error instanceof Error ? error.message : String(error);
  console.error(`mge: ${message}`);
  if (error instanceof MgeError) console.error(error.nextStep);
  process.exitCode = 1;
}
