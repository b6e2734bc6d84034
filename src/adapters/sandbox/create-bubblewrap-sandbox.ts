import {
  closeSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readlinkSync,
  rmSync,
  writeFileSync,
  chmodSync,
} from 'node:fs';
import { randomInt } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bubblewrapArguments, NOBODY } from '#adapters/sandbox/bubblewrap-arguments.ts';
import { createSeccompFilter } from '#adapters/sandbox/create-seccomp-filter.ts';
import { openProcess, superviseProcess, type SupervisedProcess } from '#adapters/sandbox/supervise-process.ts';
import type { Sandbox, SandboxCommand } from '#ports/sandbox.ts';

const FIRST_DESCRIPTOR = 3;
/** Beyond every uid that systems give to people, services and containers. */
const FIRST_UID = 1_200_000_000;
const LAST_UID = 2_000_000_000;
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

/**
 * A sandbox over `bwrap`: no network, no host files but the mounts, no environment, an unprivileged user, a filter of
 * system calls, and every limit of the command. `proved` is what the self-test has shown on this machine.
 */
export function createBubblewrapSandbox(options: { readonly proved: readonly string[] }): Sandbox & { close(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'mge-sandbox-'));
  chmodSync(folder, 0o755);
  const accounts = { passwd: join(folder, 'passwd'), group: join(folder, 'group') };
  // As root, a uid of its own: what other sandboxes run does not count against this one's process limit.
  const uid = process.getuid?.() === 0 ? randomInt(FIRST_UID, LAST_UID) : null;
  writeFileSync(accounts.passwd, `nobody:x:${uid ?? NOBODY}:${uid ?? NOBODY}:nobody:/tmp:/bin/sh\n`);
  writeFileSync(accounts.group, `nogroup:x:${uid ?? NOBODY}:\n`);
  const filter = createSeccompFilter(process.arch);
  const filterPath = join(folder, 'seccomp.bpf');
  if (filter !== null) writeFileSync(filterPath, filter);
  const system = SYSTEM_PATHS.filter((path) => existsSync(path)).map((path) => ({ path, link: linkTarget(path) }));

  /** The command in its sandbox; the filter's descriptor is inherited at the start and closed here afterwards. */
  function inside<T>(command: SandboxCommand, start: (request: SupervisedProcess) => T): T {
    const descriptors = filter === null ? [] : [openSync(filterPath, 'r')];
    try {
      const place = { uid, system, accounts, seccompDescriptor: filter === null ? null : FIRST_DESCRIPTOR };
      return start({
        argv: ['bwrap', ...bubblewrapArguments(command, place)],
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
    run: async (command) => inside(command, superviseProcess),
    open: (command, onOutput) => inside(command, (request) => openProcess(request, onOutput)),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Top-level links (/bin → usr/bin) are made anew; links elsewhere are bound as what they point to. */
function linkTarget(path: string): string | null {
  return path.lastIndexOf('/') === 0 && lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
}
