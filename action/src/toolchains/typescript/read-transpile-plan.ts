import { MgeError } from '#domain/failure/mge-error.ts';
import {
  createTranspilePlan,
  EffectiveConfig,
  type TranspilePlan,
} from '#action/src/toolchains/typescript/transpile-plan.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const SHOW_CONFIG = ['node', 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.json', '--showConfig'] as const;

/** Asks the project's own compiler for its settings, `extends` and defaults resolved. */
export async function readTranspilePlan(workbench: Workbench): Promise<TranspilePlan> {
  const outcome = await workbench.run({ argv: SHOW_CONFIG, timeMs: 60_000 });
  const text = textOf(outcome.stdout);
  if (outcome.exitCode !== 0) {
    throw new MgeError(`tsc --showConfig failed: ${`${text} ${textOf(outcome.stderr)}`.trim().slice(0, 500)}`, {
      code: 'configuration-invalid',
      retry: 'ask-human',
      nextStep:
        'Make `tsc -p tsconfig.json --showConfig` work in the repository: typescript must be among its dependencies.',
    });
  }
  return createTranspilePlan(workbench.root, EffectiveConfig.parse(JSON.parse(text)));
}
