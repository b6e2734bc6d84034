import type { Build } from '#domain/build/build.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Run } from '#domain/run/run.ts';

/** The build of a run that must have one by now. Throws `internal`. */
export function requireBuild(run: Run): Build {
  if (run.build !== null) return run.build;
  throw new MgeError('the run has no build yet', {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Type `/mge retry` once the plan is approved and drafted.',
  });
}
