import {
  PROCESS_LIMIT,
  PROOF_LIMITS,
  PROOFS,
  WALL_CLOCK,
  type SandboxProof,
} from '#adapters/sandbox/sandbox-proofs.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
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

/** The properties that a sandbox must prove, and has not. */
export function lackingProperties(proved: readonly string[]): string[] {
  return REQUIRED.filter((property) => !proved.includes(property));
}

/** Tries each property in the sandbox on this machine; names those that held. A proof that cannot be run did not hold. */
export async function proveSandbox(sandbox: Sandbox): Promise<string[]> {
  // It waits more than it works: the others are tried meanwhile.
  const waiting = holds(sandbox, WALL_CLOCK);
  const held = await Promise.all(PROOFS.map((proof) => holds(sandbox, proof)));
  // After them: their processes would count towards its limit, and be what is refused.
  const processes = await holds(sandbox, PROCESS_LIMIT);
  const tried = [...PROOFS, WALL_CLOCK, PROCESS_LIMIT];
  return [...held, await waiting, processes].flatMap((one, index) => (one ? [tried[index]?.property ?? ''] : []));
}

async function holds(sandbox: Sandbox, proof: SandboxProof): Promise<boolean> {
  const running = sandbox.run({
    argv: ['/bin/sh', '-c', proof.script],
    cwd: '/tmp',
    mounts: [],
    scratch: [{ path: '/tmp', megabytes: 32 }],
    env: { PATH: '/usr/bin:/bin' },
    limits: { ...PROOF_LIMITS, ...proof.limits },
  });
  try {
    const outcome = await running;
    return proof.holds(outcome, new TextDecoder().decode(outcome.stdout));
  } catch (cause) {
    if (cause instanceof MgeError) return false;
    throw cause;
  }
}
