import type { Failure } from '#domain/failure/failure.ts';
import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';

const NEXT_STEP = 'Look at the log of the workflow "MGE validate" under Actions, then type `/mge retry`.';

/** Why a validation job counts as lost. */
export function unusable(code: FailureCode, message: string): Failure {
  return { code, message, nextStep: NEXT_STEP, retry: 'ask-human' };
}

/** What a person can do about a job that could not begin, by the code in its results. */
const START_STEPS: Readonly<Record<string, string>> = {
  'toolchain-missing':
    'Have the plan bring one (`/mge revise add a package.json with TypeScript and a test runner`), or add one to the default branch and type `/mge retry`.',
  'install-failed':
    'Mend what cannot be installed (`/mge revise …`, or the manifest on the default branch, or `commands.install` in `.github/mge.yml`), then type `/mge retry`.',
};

/** The job ended before it could judge anything. */
export function notStarted({ code, message }: { readonly code: string; readonly message: string }): Failure {
  const failure = unusable('workflow-failed', `the validation job could not start: ${message.slice(0, 500)}`);
  return { ...failure, nextStep: START_STEPS[code] ?? NEXT_STEP };
}

/** The job was told as completed but GitHub does not show it so yet: ask again soon. */
export function stillRunning(): MgeError {
  return new MgeError('the validation job is not completed yet', {
    code: 'workflow-failed',
    retry: 'retry',
    nextStep: NEXT_STEP,
  });
}
