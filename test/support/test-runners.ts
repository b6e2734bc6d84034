import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const DECLARED = resolve('test/fixtures/runners');
const CACHE = resolve('node_modules/.cache/mge');

/**
 * A `node_modules` with jest and mocha, as test/fixtures/runners locks them. They weigh as much as a third of everything else that
 * is installed here, and only a few tests need them: so the first of these installs them, and they stay beside the installed packages.
 */
export function testRunners(): string {
  const lock = readFileSync(join(DECLARED, 'package-lock.json'));
  const folder = join(CACHE, `runners-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`);
  const modules = join(folder, 'node_modules');
  if (existsSync(modules)) return modules;
  mkdirSync(CACHE, { recursive: true });
  const making = mkdtempSync(join(CACHE, 'runners-'));
  cpSync(DECLARED, making, { recursive: true });
  // Not `ci`: it refuses a lock in which a registry left out packages for other platforms.
  const words = ['install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status, stderr } = spawnSync('npm', words, { cwd: making, encoding: 'utf8', timeout: 180_000 });
  if (status !== 0) rmSync(making, { recursive: true, force: true });
  if (status !== 0) throw new Error(`These tests need jest and mocha from the npm registry: ${stderr}`);
  try {
    renameSync(making, folder);
  } catch (cause) {
    // Another test file was quicker.
    rmSync(making, { recursive: true, force: true });
    if (!existsSync(modules)) throw cause;
  }
  return modules;
}
