import { execFileSync } from 'node:child_process';

/** Runs git on a repository; the output without its last line end. */
export function git(gitDir: string, ...words: (string | { readonly input: string })[]): string {
  const args = words.filter((word) => typeof word === 'string');
  const [options] = words.filter((word) => typeof word !== 'string');
  const env = { ...process.env, TZ: 'UTC', GIT_CONFIG_GLOBAL: '/dev/null' };
  return execFileSync('git', ['--git-dir', gitDir, ...args], { ...options, env, encoding: 'utf8' }).trimEnd();
}
