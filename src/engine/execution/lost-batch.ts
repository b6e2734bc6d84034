import type { Failure } from '#domain/failure/failure.ts';
import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';

const NEXT_STEP = 'Look at the log of the workflow "MGE validate" under Actions, then type `/mge retry`.';

/** Why a validation job counts as lost. */
export function unusable(code: FailureCode, message: string): Failure {
  return { code, message, nextStep: NEXT_STEP, retry: 'ask-human' };
}

/** The job was told as completed but GitHub does not show it so yet: ask again soon. */
export function stillRunning(): MgeError {
  return new MgeError('the validation job is not completed yet', {
    code: 'workflow-failed',
    retry: 'retry',
    nextStep: NEXT_STEP,
  });
}
