import { randomUUID } from 'node:crypto';
import { askDocker, type DockerClient } from '#adapters/sandbox/docker/docker-client.ts';
import { dockerArguments } from '#adapters/sandbox/docker/docker-arguments.ts';
import { openProcess, superviseProcess, type SupervisedProcess } from '#adapters/sandbox/supervise-process.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Sandbox, SandboxCommand, SandboxOutcome } from '#ports/sandbox.ts';

export interface DockerSandboxOptions {
  readonly client: DockerClient;
  /** Pinned by digest; it must hold a shell, `env`, and what the project needs besides its mounts. */
  readonly image: string;
  readonly proved: readonly string[];
}

const ANSWER_MS = 20_000;
/** The client's own failures: the engine is gone, the image too, a flag is refused. */
const CLIENT_FAILED = 125;
/** Of the client itself; the container's memory is held by the engine. */
const CLIENT_MEMORY_MB = 1024;

/**
 * A sandbox over `docker run`: a container of its own for every command, without network, capabilities or a writable host
 * folder. The engine holds memory and processes; wall clock and output are held here, and the container is removed whatever
 * ended the command. Refuses with `sandbox-refused` when no container could be started.
 */
export function createDockerSandbox({ client, image, proved }: DockerSandboxOptions): Sandbox {
  function prepare(command: SandboxCommand): { name: string; request: SupervisedProcess } {
    const name = `mge-${randomUUID()}`;
    const limits = { ...command.limits, memoryMb: CLIENT_MEMORY_MB, processes: 0 };
    const argv = [client.program, ...dockerArguments(command, { image, name })] as const;
    return { name, request: { argv, env: client.env, cwd: '/', stdin: command.stdin ?? '', limits, descriptors: [] } };
  }

  /** Killing the client leaves its container running: it is asked how it ended, then removed. */
  async function finish(name: string, outcome: SandboxOutcome): Promise<SandboxOutcome> {
    const format = '{{.State.StartedAt}} {{.State.OOMKilled}}';
    const state = await askDocker(client, ['inspect', '--type', 'container', '--format', format, name], ANSWER_MS);
    await remove(name);
    if (outcome.killedBy === null && outcome.exitCode === CLIENT_FAILED && !hasStarted(state)) throw refused(outcome);
    const outOfMemory = state?.endsWith(' true') === true;
    return { ...outcome, killedBy: outcome.killedBy ?? (outOfMemory ? 'memory' : null) };
  }

  async function remove(name: string): Promise<void> {
    await askDocker(client, ['rm', '--force', '--volumes', name], ANSWER_MS);
  }

  return {
    kind: 'docker',
    enforced: () => proved,
    async run(command) {
      const { name, request } = prepare(command);
      return finish(name, await superviseProcess(request));
    },
    open(command, onOutput) {
      const { name, request } = prepare(command);
      const session = openProcess(request, onOutput);
      return { ...session, ended: session.ended.then((outcome) => finish(name, outcome)) };
    },
  };
}

/** A container that never ran has the zero date. */
function hasStarted(state: string | null): boolean {
  return state !== null && !state.startsWith('0001-');
}

function refused(outcome: SandboxOutcome): MgeError {
  const said = new TextDecoder().decode(outcome.stderr).trim().slice(-500);
  return new MgeError(`docker started no container: ${said}`, {
    code: 'sandbox-refused',
    retry: 'ask-human',
    nextStep: 'Look whether the docker engine of the machine that validates runs, then `/mge retry`.',
  });
}
