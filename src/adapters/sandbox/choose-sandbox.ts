import { createBubblewrapSandbox } from '#adapters/sandbox/create-bubblewrap-sandbox.ts';
import { createRefusingSandbox } from '#adapters/sandbox/create-refusing-sandbox.ts';
import { createUnsafeSandbox } from '#adapters/sandbox/create-unsafe-sandbox.ts';
import { findProgram } from '#adapters/sandbox/find-program.ts';
import { proveSandbox } from '#adapters/sandbox/prove-sandbox.ts';
import type { Sandbox } from '#ports/sandbox.ts';

/** Without these, generated code is not executed at all. */
const REQUIRED = [
  'no-network',
  'no-host-files',
  'no-writes',
  'no-other-processes',
  'empty-environment',
  'no-privileges',
  'wall-clock',
];

export interface ChosenSandbox {
  readonly sandbox: Sandbox;
  /** Whether anything may be executed in it. */
  readonly executes: boolean;
  /** What was found, in one line for a person. */
  readonly note: string;
  close(): void;
}

/**
 * The strongest sandbox that proves itself on this machine. `auto` falls back to one that refuses to execute; `unsafe`
 * runs with no isolation where there is none, and says so.
 */
export async function chooseSandbox(wish: 'auto' | 'unsafe'): Promise<ChosenSandbox> {
  const missing = ['bwrap', 'prlimit', 'setpriv'].filter((program) => findProgram(program) === null);
  if (missing.length > 0) return fallBack(wish, `${missing.join(', ')} not found: install the package bubblewrap`);
  const candidate = createBubblewrapSandbox({ proved: [] });
  const proofs = await proveSandbox(candidate);
  candidate.close();
  const proved = proofs.filter((proof) => proof.held).map((proof) => proof.property);
  const lacking = REQUIRED.filter((property) => !proved.includes(property));
  if (lacking.length > 0) return fallBack(wish, `bubblewrap does not hold ${lacking.join(', ')} here`);
  const sandbox = createBubblewrapSandbox({ proved });
  return { sandbox, executes: true, note: `bubblewrap, proved: ${proved.join(', ')}`, close: () => sandbox.close() };
}

function fallBack(wish: 'auto' | 'unsafe', reason: string): ChosenSandbox {
  const nothingToClose = (): void => undefined;
  return wish === 'unsafe'
    ? {
        sandbox: createUnsafeSandbox(),
        executes: true,
        note: `NO SANDBOX (asked for): ${reason}`,
        close: nothingToClose,
      }
    : {
        sandbox: createRefusingSandbox(reason),
        executes: false,
        note: `nothing is executed: ${reason}`,
        close: nothingToClose,
      };
}
