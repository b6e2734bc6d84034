import { z } from 'zod';
import type { TypecheckRun } from '#engine/validation/toolchain.ts';
import type { CompilerProcess } from '#action/src/toolchains/typescript/compiler-process.ts';
import { describeTypecheck } from '#action/src/toolchains/typescript/describe-typecheck.ts';

const Checked = z.object({ passed: z.boolean(), output: z.string() });

/** A type check by a compiler that keeps running; by `runTsc` where the project's compiler cannot be kept. */
export function createTypeCheck(deps: {
  readonly compiler: CompilerProcess;
  readonly runTsc: (stubbed: boolean) => Promise<TypecheckRun>;
}): (files: readonly string[], stubbed: boolean) => Promise<TypecheckRun> {
  let kept = true;
  return async (files, stubbed) => {
    if (!kept) return deps.runTsc(stubbed);
    const answer = await deps.compiler.ask({ ask: 'check', files, stubbed }, Checked);
    if (answer.kind === 'answered') return describeTypecheck({ ...answer.value, killedBy: null });
    if (answer.kind === 'ended') return describeTypecheck({ ...answer, passed: false });
    kept = false;
    return deps.runTsc(stubbed);
  };
}
