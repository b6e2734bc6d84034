import { MgeError } from '#domain/failure/mge-error.ts';
import type { Sandbox } from '#ports/sandbox.ts';

/** The sandbox of a machine that has none: it runs nothing. */
export function createRefusingSandbox(reason: string): Sandbox {
  const refusal = (): MgeError =>
    new MgeError(`nothing may be executed here: ${reason}`, {
      code: 'sandbox-refused',
      retry: 'ask-human',
      nextStep:
        'Install bubblewrap (Debian, Ubuntu: `apt-get install bubblewrap`) on the machine that runs the validation.',
    });
  return {
    kind: 'none',
    enforced: () => [],
    run: () => Promise.reject(refusal()),
    open() {
      throw refusal();
    },
  };
}
