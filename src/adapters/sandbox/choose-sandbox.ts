import { createBubblewrapSandbox } from '#adapters/sandbox/create-bubblewrap-sandbox.ts';
import { provedControlGroups } from '#adapters/sandbox/control-group/proved-control-groups.ts';
import { createRefusingSandbox } from '#adapters/sandbox/create-refusing-sandbox.ts';
import { createUnsafeSandbox } from '#adapters/sandbox/create-unsafe-sandbox.ts';
import { createDockerSandbox } from '#adapters/sandbox/docker/create-docker-sandbox.ts';
import { clientEnvironment } from '#adapters/sandbox/docker/docker-client.ts';
import { prepareDocker } from '#adapters/sandbox/docker/prepare-docker.ts';
import { findProgram } from '#adapters/sandbox/find-program.ts';
import { lackingProperties, proveSandbox } from '#adapters/sandbox/prove-sandbox.ts';
import type { Sandbox } from '#ports/sandbox.ts';

export interface ChosenSandbox {
  readonly sandbox: Sandbox;
  /** Whether anything may be executed in it. */
  readonly executes: boolean;
  /** What was found, in one line for a person. */
  readonly note: string;
  close(): void;
}

export interface SandboxWish {
  /** `unsafe` runs with no isolation where there is none, and says so; `auto` then executes nothing. */
  readonly mode: 'auto' | 'unsafe';
  /** Image for docker, pinned by digest; without one docker is not tried. */
  readonly dockerImage?: string | null;
  /** Bounds memory by a control group too, which costs each command some milliseconds; where the machine has them. */
  readonly controlGroups?: boolean;
  /** Folders with programs, as in PATH. */
  readonly path?: string;
}

/** One kind of sandbox on this machine: chosen, or why not. */
type Candidate = (wish: SandboxWish) => Promise<ChosenSandbox | string>;

/** The strongest sandbox that proves itself on this machine: bubblewrap, then docker; else one that refuses to execute. */
export async function chooseSandbox(wish: SandboxWish): Promise<ChosenSandbox> {
  const reasons: string[] = [];
  for (const candidate of [tryBubblewrap, tryDocker]) {
    const found = await candidate(wish);
    if (typeof found !== 'string') return found;
    reasons.push(found);
  }
  return fallBack(wish, reasons.join('; '));
}

const tryBubblewrap: Candidate = async ({ path, controlGroups = false }) => {
  const missing = ['bwrap', 'prlimit', 'setpriv'].filter((program) => findProgram(program, path) === null);
  if (missing.length > 0) return `${missing.join(', ')} not found: install the package bubblewrap`;
  const groups = controlGroups ? provedControlGroups() : null;
  const candidate = createBubblewrapSandbox({ proved: [], groups });
  const held = await proveSandbox(candidate).finally(() => candidate.close());
  const proved = groups === null ? held : [...held, 'control-group'];
  const lacking = lackingProperties(proved);
  if (lacking.length > 0) return `bubblewrap does not hold ${lacking.join(', ')} here`;
  const sandbox = createBubblewrapSandbox({ proved, groups });
  return { sandbox, executes: true, note: `bubblewrap, proved: ${proved.join(', ')}`, close: () => sandbox.close() };
};

const tryDocker: Candidate = async ({ dockerImage, path }) => {
  const image = dockerImage ?? null;
  if (image === null) return 'no image is set for docker';
  const program = findProgram('docker', path);
  if (program === null) return 'docker not found';
  const client = { program, env: clientEnvironment(process.env) };
  const ready = await prepareDocker(client, image);
  if (!ready.ok) return ready.error;
  const proved = await proveSandbox(createDockerSandbox({ client, image, proved: [] }));
  const lacking = lackingProperties(proved);
  if (lacking.length > 0) return `docker does not hold ${lacking.join(', ')} here`;
  const note = `docker ${ready.value}, proved: ${proved.join(', ')}`;
  return { sandbox: createDockerSandbox({ client, image, proved }), executes: true, note, close: nothingToClose };
};

function fallBack({ mode }: SandboxWish, reason: string): ChosenSandbox {
  return mode === 'unsafe'
    ? {
        sandbox: createUnsafeSandbox(),
        executes: true,
        note: `NO SANDBOX (asked for): ${reason}`,
        close: nothingToClose,
      }
    : {
        sandbox: createRefusingSandbox(reason),
        executes: false,
        note: `nothing is executed: ${reason}`,
        close: nothingToClose,
      };
}

function nothingToClose(): void {
  // Only bubblewrap keeps files.
}
