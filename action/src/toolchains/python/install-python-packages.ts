import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runHostCommand, type HostOutcome } from '#action/src/run-host-command.ts';
import type { Interpreter } from '#action/src/toolchains/python/find-interpreter.ts';
import type { Requirements } from '#action/src/toolchains/python/read-requirements.ts';

/** Wheels only: an archive of sources would run its own code outside the sandbox. */
const FLAGS = ['--disable-pip-version-check', '--no-input', '--quiet', '--only-binary', ':all:'];
const ADVICE =
  'Packages are installed as wheels, without running code of theirs. Where that is not enough, set `commands.install` in .github/mge.yml.';

/** Installs what a project asks for into a folder of its own; null: nothing to do. */
export async function installPythonPackages(question: {
  readonly interpreter: Interpreter;
  readonly requirements: Requirements;
  /** An empty folder. */
  readonly site: string;
  readonly timeoutMs: number;
}): Promise<HostOutcome | null> {
  const { interpreter, requirements, site, timeoutMs } = question;
  if (requirements.lines.length === 0) return null;
  const listed = join(site, 'mge-requirements.txt');
  const constraints = join(site, 'mge-constraints.txt');
  writeFileSync(listed, `${requirements.lines.join('\n')}\n`);
  writeFileSync(constraints, `${requirements.constraints.join('\n')}\n`);
  const outcome = await runHostCommand(
    [interpreter.executable, '-I', '-m', 'pip', 'install', ...FLAGS, '--target', site, '-r', listed, '-c', constraints],
    '/',
    timeoutMs,
  );
  return outcome.passed ? outcome : { passed: false, output: `${outcome.output}\n${ADVICE}` };
}
