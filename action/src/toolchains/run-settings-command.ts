import { textOf, type Workbench } from '#action/src/workbench.ts';

const OUTPUT_TAIL = 5000;

/** Runs a command line of the repository's settings in the sandbox. */
export async function runSettingsCommand(
  workbench: Workbench,
  line: string,
  timeMs: number,
): Promise<{ passed: boolean; output: string }> {
  const outcome = await workbench.run({ argv: ['/bin/sh', '-c', line], timeMs });
  const output = `${textOf(outcome.stdout)}\n${textOf(outcome.stderr)}`.trim().slice(-OUTPUT_TAIL);
  return { passed: outcome.exitCode === 0 && outcome.killedBy === null, output };
}
