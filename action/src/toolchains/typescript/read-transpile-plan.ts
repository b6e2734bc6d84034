import { MgeError } from '#domain/failure/mge-error.ts';
import type { CompilerAnswer, CompilerProcess } from '#action/src/toolchains/typescript/compiler-process.ts';
import {
  createTranspilePlan,
  ProjectSettings,
  type TranspilePlan,
} from '#action/src/toolchains/typescript/transpile-plan.ts';

/** Asks the project's own compiler for its files and folders, `extends` and defaults resolved. */
export async function readTranspilePlan(root: string, compiler: CompilerProcess): Promise<TranspilePlan> {
  const answer = await compiler.ask({ ask: 'project' }, ProjectSettings);
  return createTranspilePlan(root, answered(answer));
}

/** The value of an answer that nothing can go on without. */
export function answered<T>(answer: CompilerAnswer<T>): T {
  if (answer.kind === 'answered') return answer.value;
  const why =
    answer.kind === 'unable' ? answer.reason : `it was ended (${answer.killedBy ?? 'crash'}) ${answer.output}`;
  throw new MgeError(`the project's TypeScript compiler does not answer: ${why.trim().slice(0, 500)}`, {
    code: 'configuration-invalid',
    retry: 'ask-human',
    nextStep: 'Make `tsc -p tsconfig.json` work in the repository: typescript must be among its dependencies.',
  });
}
