import type { TypecheckRun } from '#engine/validation/toolchain.ts';
import type { SandboxKill } from '#ports/sandbox.ts';
import { parseTscOutput } from '#action/src/toolchains/typescript/parse-tsc-output.ts';

/** What a type check found, from the words of the compiler. */
export function describeTypecheck(check: {
  readonly passed: boolean;
  readonly output: string;
  readonly killedBy: SandboxKill | null;
}): TypecheckRun {
  const { passed, output, killedBy } = check;
  const diagnostics = parseTscOutput(output);
  const problem = passed || diagnostics.length > 0 ? null : problemOf(output, killedBy);
  return { typed: true, passed, diagnostics, problem };
}

function problemOf(output: string, killedBy: SandboxKill | null): string {
  if (killedBy !== null) return `the type check was ended: ${killedBy} limit`;
  return `the type check failed: ${output.trim().slice(-800)}`;
}
