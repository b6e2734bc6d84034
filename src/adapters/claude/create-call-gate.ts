import { createCallLimit } from '#adapters/claude/create-call-limit.ts';
import { createCircuit } from '#adapters/claude/create-circuit.ts';
import { MgeError, type FailureCode } from '#domain/failure/mge-error.ts';
import type { Clock } from '#ports/clock.ts';

/**
 * Stands before every call of this process: says when there is no place or the service is away, so that the queue waits and no
 * worker does. Such a wait uses up none of an effect's tries.
 */
export interface CallGate {
  /** Takes a place. Throws `model-rate-limited` or `model-unavailable`, each with the time to come again. */
  enter(): void;
  answered(headers: Headers | undefined): void;
  /** Gives the place back after a failure; answers the error to throw. */
  failed(error: unknown): unknown;
}

const SERVICE_FAILS: readonly FailureCode[] = ['model-overloaded', 'model-unavailable'];

export function createCallGate({ clock }: { readonly clock: Clock }): CallGate {
  const limit = createCallLimit({ clock });
  const circuit = createCircuit({ clock });

  return {
    enter() {
      const busy = limit.enter();
      if (busy !== null) throw waitFor('model-rate-limited', 'Claude takes no more requests just now', busy);
      const closed = circuit.closedUntil();
      if (closed === null) return;
      limit.left();
      throw waitFor('model-unavailable', 'Claude failed more often than it answered', closed);
    },
    answered(headers) {
      limit.answered(headers);
      circuit.record(true);
    },
    failed(error) {
      if (!(error instanceof MgeError)) {
        limit.left();
        circuit.record(false);
        return error;
      }
      const fails = SERVICE_FAILS.includes(error.code);
      if (error.code === 'model-rate-limited' || error.code === 'model-overloaded') limit.refused(error.until);
      else limit.left();
      // A rejected request is an answer, too: the service is there.
      circuit.record(!fails);
      const closed = fails ? circuit.closedUntil() : null;
      return closed === null ? error : waitFor(error.code, error.message, closed, error);
    },
  };
}

function waitFor(code: FailureCode, message: string, until: Date, cause?: unknown): MgeError {
  const nextStep = 'Nothing to do: I go on by myself when Claude answers again.';
  return new MgeError(message, { code, retry: 'wait-until', until, nextStep, cause });
}
