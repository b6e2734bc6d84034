import { superviseProcess } from '#adapters/sandbox/supervise-process.ts';

/** How the docker client of this machine is called. */
export interface DockerClient {
  /** Absolute path of the program. */
  readonly program: string;
  /** The client's own environment: where its engine is, and nothing else of ours. */
  readonly env: Readonly<Record<string, string>>;
}

const KEPT = /^(PATH|HOME|DOCKER_\w+|XDG_RUNTIME_DIR)$/;

/** What the client may know of this process' environment. */
export function clientEnvironment(environment: Readonly<Record<string, string | undefined>>): Record<string, string> {
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment))
    if (value !== undefined && KEPT.test(name)) env[name] = value;
  return env;
}

const OUTPUT_BYTES = 1024 * 1024;

/** Asks the engine something through the client; what it printed, or null when the client failed or took too long. */
export async function askDocker(
  { program, env }: DockerClient,
  words: readonly string[],
  wallClockMs: number,
): Promise<string | null> {
  const limits = { wallClockMs, cpuSeconds: 0, memoryMb: 4096, processes: 0, fileMb: 0, outputBytes: OUTPUT_BYTES };
  const argv = [program, ...words] as const;
  const outcome = await superviseProcess({ argv, env, cwd: '/', stdin: '', limits, descriptors: [] });
  const passed = outcome.exitCode === 0 && outcome.killedBy === null;
  return passed ? new TextDecoder().decode(outcome.stdout).trim() : null;
}
