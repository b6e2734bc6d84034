import type { SandboxCommand } from '#ports/sandbox.ts';

export interface BubblewrapPlace {
  /** As root, the uid to become inside: no user namespace is made, so that process limits count. Null for anyone else. */
  readonly uid: number | null;
  /** System folders: where a link such as /bin → usr/bin stands, `link` is its target; else the folder is bound. */
  readonly system: readonly { readonly path: string; readonly link: string | null }[];
  /** A minimal passwd and group, instead of the host's. */
  readonly accounts: { readonly passwd: string; readonly group: string };
  /** Descriptor that holds the seccomp program; null when there is none. */
  readonly seccompDescriptor: number | null;
}

export const NOBODY = 65_534;
/** Room beside the resident limit: Node reserves far more data than it touches. */
const DATA_SLACK_MB = 6144;
const OPEN_FILES = 1024;

/** The arguments of `bwrap` for one command: nothing of the host is writable, nothing unasked is visible. */
export function bubblewrapArguments(command: SandboxCommand, place: BubblewrapPlace): string[] {
  const { passwd, group } = place.accounts;
  return [
    ...isolation(place),
    ...folder('/etc'),
    ...place.system.flatMap(({ path, link }) => (link === null ? readOnly(path, path) : ['--symlink', link, path])),
    ...parentFolders(command),
    ...readOnly(passwd, '/etc/passwd'),
    ...readOnly(group, '/etc/group'),
    ...words('--proc /proc --dev /dev'),
    ...command.scratch.filter((scratch) => !isInsideMount(scratch.path, command)).flatMap(scratchArguments),
    ...command.mounts.flatMap((mount) => readOnly(mount.source, mount.target)),
    ...command.scratch.filter((scratch) => isInsideMount(scratch.path, command)).flatMap(scratchArguments),
    ...words('--remount-ro /dev --remount-ro / --clearenv'),
    ...Object.entries(command.env).flatMap(([name, value]) => ['--setenv', name, value]),
    '--chdir',
    command.cwd,
    '--',
    ...(place.uid === null ? [] : dropUser(String(place.uid))),
    ...resourceLimits(command),
    ...command.argv,
  ];
}

function isolation(place: BubblewrapPlace): string[] {
  const user =
    place.uid === null
      ? words(`--unshare-user --disable-userns --uid ${NOBODY} --gid ${NOBODY}`)
      : words('--cap-add CAP_SETUID --cap-add CAP_SETGID --cap-add CAP_SETPCAP');
  const seccomp = place.seccompDescriptor === null ? [] : ['--seccomp', String(place.seccompDescriptor)];
  return [
    ...words('--unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup-try --hostname sandbox'),
    ...words('--die-with-parent --new-session --cap-drop ALL'),
    ...user,
    ...seccomp,
  ];
}

/** Arguments without spaces in them. */
function words(text: string): string[] {
  return text.split(' ');
}

function readOnly(source: string, target: string): string[] {
  return ['--ro-bind', source, target];
}

/** Folders that bwrap would otherwise make on the way to a target, closed to the unprivileged user. */
function parentFolders({ mounts, scratch }: SandboxCommand): string[] {
  const targets = [...mounts.map((mount) => mount.target), ...scratch.map((place) => place.path)];
  const outermost = targets.filter((path) => !targets.some((other) => path.startsWith(`${other}/`)));
  const parents = outermost.flatMap((path) =>
    path
      .split('/')
      .slice(1, -1)
      .map((_, depth, parts) => `/${parts.slice(0, depth + 1).join('/')}`),
  );
  return [...new Set(parents)].filter((path) => !SYSTEM.test(path)).flatMap(folder);
}

const SYSTEM = /^\/(usr|bin|sbin|lib\w*|etc|proc|dev)(\/|$)/;

function folder(path: string): string[] {
  return ['--perms', '0755', '--dir', path];
}

function scratchArguments(scratch: { path: string; megabytes: number }): string[] {
  return ['--perms', '1777', '--size', String(scratch.megabytes * 1024 * 1024), '--tmpfs', scratch.path];
}

/** A scratch inside a mount must be laid after it, one around a mount before it. */
function isInsideMount(path: string, command: SandboxCommand): boolean {
  return command.mounts.some((mount) => path.startsWith(`${mount.target}/`));
}

function dropUser(uid: string): string[] {
  const identity = ['--reuid', uid, '--regid', uid, '--clear-groups'];
  return ['setpriv', ...identity, '--inh-caps=-all', '--bounding-set=-all', '--no-new-privs', '--'];
}

function resourceLimits({ limits }: SandboxCommand): string[] {
  const megabyte = 1024 * 1024;
  return [
    'prlimit',
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`,
    `--nproc=${limits.processes}`,
    `--fsize=${limits.fileMb * megabyte}`,
    `--data=${(limits.memoryMb + DATA_SLACK_MB) * megabyte}`,
    `--nofile=${OPEN_FILES}`,
    '--core=0',
    '--',
  ];
}
