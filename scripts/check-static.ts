import { runCommand } from '#scripts/run-command.ts';

/** Everything that CI checks without running a test. */
const steps: readonly (readonly [string, readonly string[]])[] = [
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['types', ['tsc', '--noEmit']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['dead code', ['knip', '--no-progress']],
];

for (const [name, command] of steps) {
  const started = Date.now();
  const code = await runCommand('npx', ['--no-install', ...command]);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) process.exit(code);
}
