import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { simpleGit } from 'simple-git';

const run = promisify(execFile);

export interface SuiteOutcome {
  readonly passed: number;
  readonly failed: number;
  readonly output: string;
}

/** Clones a branch and runs the project's own tests in it, outside MGE, as anybody would after a checkout. */
export async function runSuite(gitDir: string, branch: string, folder: string): Promise<SuiteOutcome> {
  await simpleGit().clone(gitDir, folder, ['--branch', branch]);
  const node = await access(join(folder, 'package.json')).then(
    () => true,
    () => false,
  );
  if (!node) return readUnittest(await perform('python3', ['-m', 'unittest', '-v'], folder));
  const install = await perform(
    'npm',
    ['install', '--no-audit', '--no-fund', '--ignore-scripts', '--loglevel=error'],
    folder,
  );
  if (!install.ok) return { passed: 0, failed: 1, output: install.output };
  return readTap(await perform('npm', ['test'], folder));
}

async function perform(command: string, args: string[], cwd: string): Promise<{ ok: boolean; output: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !name.startsWith('npm_') && !name.startsWith('NODE_')),
  );
  try {
    const { stdout, stderr } = await run(command, args, { cwd, env, maxBuffer: 50e6, timeout: 300_000 });
    return { ok: true, output: stdout + stderr };
  } catch (error) {
    const failure =
      error instanceof Error && 'stdout' in error && 'stderr' in error
        ? `${String(error.stdout)}${String(error.stderr)}`
        : String(error);
    return { ok: false, output: failure };
  }
}

function readTap({ ok, output }: { ok: boolean; output: string }): SuiteOutcome {
  const count = (name: string): number => Number(new RegExp(`^(?:#|ℹ) ${name} (\\d+)`, 'm').exec(output)?.[1] ?? 0);
  const failed = count('fail') + count('cancelled');
  return { passed: count('pass'), failed: failed === 0 && !ok ? 1 : failed, output };
}

function readUnittest({ ok, output }: { ok: boolean; output: string }): SuiteOutcome {
  const total = Number(/^Ran (\d+) tests?/m.exec(output)?.[1] ?? 0);
  const failed = [...output.matchAll(/(?:failures|errors)=(\d+)/g)].reduce((sum, match) => sum + Number(match[1]), 0);
  return { passed: total - failed, failed: failed === 0 && !ok ? 1 : failed, output };
}
