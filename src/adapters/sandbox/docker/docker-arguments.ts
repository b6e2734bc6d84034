import type { SandboxCommand } from '#ports/sandbox.ts';

/** uid and gid of nobody. */
const USER = '65534:65534';
const OPEN_FILES = 1024;
const MEGABYTE = 1024 * 1024;

/** The arguments of `docker` for one command in a container of its own, called `name`; nothing is pulled. */
export function dockerArguments(command: SandboxCommand, place: { image: string; name: string }): string[] {
  return [
    ...words('run --interactive --init --pull never --log-driver none --entrypoint'),
    '',
    ...words(`--name ${place.name} --label mge=sandbox`),
    ...words('--network none --ipc none --hostname sandbox --read-only --cap-drop ALL'),
    ...words(`--security-opt no-new-privileges --user ${USER}`),
    ...resourceLimits(command),
    ...command.scratch.flatMap(({ path, megabytes }) => [
      '--tmpfs',
      `${path}:rw,exec,nosuid,nodev,mode=1777,size=${megabytes * MEGABYTE}`,
    ]),
    ...command.mounts.flatMap(({ source, target }) => [
      '--mount',
      ['type=bind', `source=${source}`, `target=${target}`, 'readonly'].map(field).join(','),
    ]),
    '--workdir',
    command.cwd,
    place.image,
    // The image brings an environment of its own.
    ...words('/usr/bin/env -i'),
    ...Object.entries(command.env).map(([name, value]) => `${name}=${value}`),
    ...command.argv,
  ];
}

function resourceLimits({ limits }: SandboxCommand): string[] {
  const memory = `${limits.memoryMb}m`;
  const cpu = `cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 1}`;
  const files = [`fsize=${limits.fileMb * MEGABYTE}`, `nofile=${OPEN_FILES}`, 'core=0'];
  return [
    ...words(`--memory ${memory} --memory-swap ${memory} --pids-limit ${limits.processes}`),
    ...[cpu, ...files].flatMap((limit) => ['--ulimit', limit]),
  ];
}

/** `--mount` reads its value as a line of CSV. */
function field(text: string): string {
  return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Arguments without spaces in them. */
function words(text: string): string[] {
  return text.split(' ');
}
