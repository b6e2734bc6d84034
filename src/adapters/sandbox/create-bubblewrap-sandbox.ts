import { closeSync, existsSync, lstatSync, openSync, readlinkSync, rmSync } from 'node:fs';
import { bubblewrapArguments } from '#adapters/sandbox/bubblewrap-arguments.ts';
import type { ControlGroup, ControlGroups } from '#adapters/sandbox/control-group/create-control-groups.ts';
import { groupOfCommand, leaveGroup } from '#adapters/sandbox/control-group/group-of-command.ts';
import { layOutSandbox } from '#adapters/sandbox/lay-out-sandbox.ts';
import { openProcess, superviseProcess, type SupervisedProcess } from '#adapters/sandbox/supervise-process.ts';
import type { Sandbox, SandboxCommand } from '#ports/sandbox.ts';

const FIRST_DESCRIPTOR = 3;

/** What programs need from the system: code and the linker's cache; none of the host's settings or homes. */
const SYSTEM_PATHS = [
  '/usr',
  '/bin',
  '/sbin',
  '/lib',
  '/lib32',
  '/lib64',
  '/libx32',
  '/etc/alternatives',
  '/etc/ld.so.cache',
  '/etc/localtime',
];

interface BubblewrapOptions {
  readonly proved: readonly string[];
  readonly groups: ControlGroups | null;
}

/**
 * A sandbox over `bwrap`: no network, no host files but the mounts, no environment, an unprivileged user, a filter of
 * system calls, and every limit of the command. `proved` is what the self-test has shown on this machine; `groups`, where the machine
 * has them, hold memory and processes at every moment.
 */
export function createBubblewrapSandbox(options: BubblewrapOptions): Sandbox & { close(): void } {
  const { folder, uid, accounts, filterPath } = layOutSandbox();
  const system = SYSTEM_PATHS.filter((path) => existsSync(path)).map((path) => ({ path, link: linkTarget(path) }));

  /** The command in its sandbox; the filter's descriptor is inherited at the start and closed here afterwards. */
  function inside<T>(command: SandboxCommand, group: ControlGroup | null, start: (request: SupervisedProcess) => T): T {
    const descriptors = filterPath === null ? [] : [openSync(filterPath, 'r')];
    try {
      const place = { uid, system, accounts, seccompDescriptor: filterPath === null ? null : FIRST_DESCRIPTOR };
      const argv = ['bwrap', ...bubblewrapArguments(command, place)] as const;
      return start({
        argv: group?.enter(argv) ?? argv,
        env: { PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' },
        cwd: '/',
        stdin: command.stdin ?? '',
        limits: command.limits,
        scratch: command.scratch.map((scratch) => scratch.path),
        descriptors,
      });
    } finally {
      descriptors.forEach((descriptor) => closeSync(descriptor));
    }
  }

  return {
    kind: 'bubblewrap',
    enforced: () => options.proved,
    run: async (command) => {
      const group = groupOfCommand(options.groups, command);
      return leaveGroup(group, await inside(command, group, superviseProcess));
    },
    open(command, onOutput) {
      const group = groupOfCommand(options.groups, command);
      const session = inside(command, group, (request) => openProcess(request, onOutput));
      return { ...session, ended: session.ended.then((outcome) => leaveGroup(group, outcome)) };
    },
    close() {
      options.groups?.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Top-level links (/bin → usr/bin) are made anew; links elsewhere are bound as what they point to. */
function linkTarget(path: string): string | null {
  return path.lastIndexOf('/') === 0 && lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
}
