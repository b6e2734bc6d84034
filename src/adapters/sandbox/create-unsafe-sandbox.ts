import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { openProcess, superviseProcess, type SupervisedProcess } from '#adapters/sandbox/supervise-process.ts';
import type { Sandbox, SandboxCommand, SandboxOutcome, SandboxSession } from '#ports/sandbox.ts';

/**
 * Runs commands with no isolation at all, for those who insist (`--unsafe-no-sandbox`). Only wall clock, memory and
 * output are held, by killing the process group. Its mounts are links in a folder that is removed afterwards, and
 * paths of the sandbox in arguments and environment are pointed there.
 */
export function createUnsafeSandbox(): Sandbox {
  function laidOut(command: SandboxCommand): { request: SupervisedProcess; remove: () => void } {
    const folder = mkdtempSync(join(tmpdir(), 'mge-unsafe-'));
    const moved = layOut(command, folder);
    const relocate = (text: string): string =>
      moved.reduce((result, path) => replacePath(result, path, `${folder}${path}`), text);
    const [program, ...rest] = command.argv;
    const request = {
      argv: [relocate(program), ...rest.map(relocate)] as const,
      env: Object.fromEntries(Object.entries(command.env).map(([name, value]) => [name, relocate(value)])),
      cwd: relocate(command.cwd),
      stdin: relocate(command.stdin ?? ''),
      limits: command.limits,
      descriptors: [],
    };
    return { request, remove: () => rmSync(folder, { recursive: true, force: true }) };
  }

  async function run(command: SandboxCommand): Promise<SandboxOutcome> {
    const { request, remove } = laidOut(command);
    return superviseProcess(request).finally(remove);
  }

  function open(command: SandboxCommand, onOutput: (piece: Uint8Array) => void): SandboxSession {
    const { request, remove } = laidOut(command);
    const session = openProcess(request, onOutput);
    return { ...session, ended: session.ended.finally(remove) };
  }
  return { kind: 'none', enforced: () => [], run, open };
}

/** Makes scratch and mounts under `folder`; returns the sandbox paths that stand there now. Host paths stay where they are. */
function layOut(command: SandboxCommand, folder: string): string[] {
  const scratch = command.scratch.map((place) => place.path).filter((path) => path !== '/tmp');
  scratch.forEach((path) => mkdirSync(`${folder}${path}`, { recursive: true }));
  const mounts = command.mounts.filter((mount) => mount.source !== mount.target);
  for (const mount of mounts) {
    mkdirSync(dirname(`${folder}${mount.target}`), { recursive: true });
    symlinkSync(mount.source, `${folder}${mount.target}`);
  }
  return [...scratch, ...mounts.map((mount) => mount.target)]
    .toSorted((left, right) => left.length - right.length)
    .filter(isOutermost);
}

function isOutermost(path: string, index: number, all: readonly string[]): boolean {
  return !all.slice(0, index).some((other) => path === other || path.startsWith(`${other}/`));
}

function replacePath(text: string, path: string, replacement: string): string {
  return text.replaceAll(
    new RegExp(`(?<![\\w/.-])${path.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?![\\w-])`, 'g'),
    () => replacement,
  );
}
