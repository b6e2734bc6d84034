import { superviseProcess } from '#adapters/sandbox/supervise-process.ts';
import { textOf } from '#action/src/workbench.ts';

export interface HostOutcome {
  readonly passed: boolean;
  readonly output: string;
}

const KEPT =
  /^(PATH|HOME|LANG|LC_ALL|TMPDIR|npm_config_\w+|NPM_CONFIG_\w+|PIP_\w+|HTTPS?_PROXY|https?_proxy|NO_PROXY|no_proxy|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/;

/** Runs an installer outside the sandbox, with the network but without the job's tokens: only settings of tools pass. */
export async function runHostCommand(
  argv: readonly [string, ...string[]],
  cwd: string,
  wallClockMs: number,
): Promise<HostOutcome> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env))
    if (value !== undefined && KEPT.test(name)) env[name] = value;
  const limits = { wallClockMs, cpuSeconds: 0, memoryMb: 8192, processes: 0, fileMb: 0, outputBytes: 4_000_000 };
  const outcome = await superviseProcess({ argv, env, cwd, stdin: '', limits, descriptors: [] });
  return {
    passed: outcome.exitCode === 0 && outcome.killedBy === null,
    output: `${textOf(outcome.stdout)}\n${textOf(outcome.stderr)}`.trim().slice(-3000),
  };
}
