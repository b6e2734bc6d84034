import { spawn } from 'node:child_process';

/** `git` ended with a non-zero status. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
  readonly exitCode: number;
  readonly stdout: Buffer;
  constructor(args: readonly string[], exitCode: number, stdout: Buffer, stderr: string) {
    super(`git ${args[0] ?? ''} ended with ${exitCode}: ${stderr.trim()}`);
    this.exitCode = exitCode;
    this.stdout = stdout;
  }
}

/** The person's or system's own git configuration must not change what tests see. */
export const gitEnvironment = {
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
  // paths as they are, not in octal
  GIT_CONFIG_COUNT: '1',
  GIT_CONFIG_KEY_0: 'core.quotePath',
  GIT_CONFIG_VALUE_0: 'false',
} as const;

interface GitOptions {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
}

/** Runs git on a bare repository and gives its standard output. Rejects with GitFailure. */
export function runGit(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<Buffer> {
  return run(['git', '--git-dir', gitDir, ...args], args, options);
}

/**
 * Runs a shell's script on a bare repository, with `args` as its parameters: to start several gits from there costs a fraction of
 * starting each from this process, which is large.
 */
export function runGitScript(
  gitDir: string,
  script: string,
  args: readonly string[],
  options: GitOptions = {},
): Promise<Buffer> {
  const env = { ...options.env, GIT_DIR: gitDir };
  return run(['sh', '-c', script, 'git', ...args], [script], { ...options, env });
}

/** `told`: what a failure names. */
function run(
  [program = '', ...args]: readonly string[],
  told: readonly string[],
  options: GitOptions,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...gitEnvironment, ...options.env },
    });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    child.on('error', reject);
    child.on('close', (code) => {
      const stdout = Buffer.concat(out);
      if (code === 0) resolve(stdout);
      else reject(new GitFailure(told, code ?? -1, stdout, Buffer.concat(err).toString()));
    });
    // git may end before it has read everything; its exit status tells why
    child.stdin.on('error', (cause: NodeJS.ErrnoException) => (cause.code === 'EPIPE' ? undefined : reject(cause)));
    child.stdin.end(options.input ?? '');
  });
}

/** Runs git and gives its output as text, without the last line ending. */
export async function readGit(gitDir: string, args: readonly string[], options: GitOptions = {}): Promise<string> {
  return (await runGit(gitDir, args, options)).toString().replace(/\n$/, '');
}
