import { spawn } from 'node:child_process';
import { rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchLevel } from '#scripts/bench/validation/make-level.ts';

/** What the project's people would run: the compiler, then all test files in one process. Wrong atoms may fail it. */
export async function runPlainly(level: BenchLevel, modules: string): Promise<void> {
  const folder = level.write();
  try {
    symlinkSync(modules, join(folder, 'node_modules'));
    await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.json'], folder);
    await run(['dist/test/all.js'], folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function run(words: readonly string[], cwd: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...words], { cwd, stdio: 'ignore' });
    child.once('error', reject);
    child.once('exit', () => resolve());
  });
}
