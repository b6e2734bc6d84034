import { chmodSync, lstatSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { DRIVER_FOLDER } from '#action/src/driver-folder.ts';
import { findProgram } from '#adapters/sandbox/find-program.ts';
import type { Sandbox, SandboxCommand, SandboxMount, SandboxOutcome, SandboxSession } from '#ports/sandbox.ts';

const WORKSPACE_MB = 512;
const TEMPORARY_MB = 128;
const WALL_CLOCK_FACTOR = 4;
const OUTPUT_BYTES = 8 * 1024 * 1024;
const PROCESSES = 512;
const FILE_MB = 128;

export interface WorkbenchRequest {
  readonly argv: readonly [string, ...string[]];
  /** Processor time of a process; the wall clock is held at a multiple, so that a busy machine blames nobody. */
  readonly timeMs: number;
  readonly stdin?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** At least this much memory, whatever the limit of a test is. */
  readonly memoryMb?: number;
  readonly outputBytes?: number;
}

/** Runs commands on a throw-away copy of the checkout, in the sandbox. */
export interface Workbench {
  readonly root: string;
  run(request: WorkbenchRequest): Promise<SandboxOutcome>;
  /** Starts a command that is talked to; the copy is the checkout as it stands now, `/mge/tree` shows it as it changes. */
  open(request: WorkbenchRequest, onOutput: (piece: Uint8Array) => void): SandboxSession;
}

export interface WorkbenchOptions {
  readonly sandbox: Sandbox;
  /** The checkout on the host. */
  readonly root: string;
  readonly memoryMb: number;
  /** Installed node_modules that stand outside the checkout; null: those of the checkout, if any. */
  readonly modules: string | null;
  /** Folders of tool chains outside the system folders, shown at the same path. */
  readonly toolFolders: readonly string[];
  readonly toolPath: readonly string[];
  /** What was installed beside the checkout. */
  readonly mounts?: readonly SandboxMount[];
  /** For every command. */
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * Every command sees the checkout at `/workspace` (writable, gone afterwards), its `node_modules` read-only there, and
 * the drivers at `/mge/drivers`; git's own folder is left out.
 */
export function createWorkbench(options: WorkbenchOptions): Workbench {
  const { sandbox, root } = options;
  // The sandbox's user is not the checkout's owner: a folder made for its owner alone could not be entered.
  chmodSync(root, 0o755);
  const fixed: readonly SandboxMount[] = [
    { source: root, target: '/mge/tree' },
    { source: DRIVER_FOLDER, target: '/mge/drivers' },
    ...options.toolFolders.map((folder) => ({ source: folder, target: folder })),
    ...(options.mounts ?? []),
  ];
  const path = [...options.toolPath, '/usr/local/bin', '/usr/bin', '/bin'].join(':');

  function commandOf(request: WorkbenchRequest): SandboxCommand {
    return {
      argv: ['/bin/sh', '/mge/drivers/enter.sh', ...request.argv],
      cwd: '/workspace',
      mounts: [...fixed, ...modulesMount(options)],
      scratch: [
        { path: '/workspace', megabytes: WORKSPACE_MB },
        { path: '/tmp', megabytes: TEMPORARY_MB },
      ],
      env: {
        PATH: path,
        HOME: '/tmp',
        TMPDIR: '/tmp',
        LANG: 'C.UTF-8',
        CI: 'true',
        MGE_TREE: '/mge/tree',
        MGE_WORKSPACE: '/workspace',
        ...options.env,
        ...request.env,
      },
      limits: {
        wallClockMs: request.timeMs * WALL_CLOCK_FACTOR,
        cpuSeconds: Math.ceil(request.timeMs / 1000),
        memoryMb: Math.max(options.memoryMb, request.memoryMb ?? 0),
        processes: PROCESSES,
        fileMb: FILE_MB,
        outputBytes: request.outputBytes ?? OUTPUT_BYTES,
      },
      ...(request.stdin === undefined ? {} : { stdin: request.stdin }),
    };
  }
  return {
    root,
    run: (request) => sandbox.run(commandOf(request)),
    open: (request, onOutput) => sandbox.open(commandOf(request), onOutput),
  };
}

function modulesMount({ root, modules }: WorkbenchOptions): SandboxMount[] {
  const own = join(root, 'node_modules');
  // Never through a link: a candidate may have planted one that points at the host's files.
  const isOwn = lstatSync(own, { throwIfNoEntry: false })?.isDirectory() === true;
  const source = modules ?? (isOwn ? own : null);
  return source === null ? [] : [{ source, target: '/workspace/node_modules' }];
}

/** The folder to show and the folder to put on PATH so that a program of the host can be run; null when there is none. */
export function toolOf(
  program: string,
): { readonly folders: readonly string[]; readonly path: readonly string[] } | null {
  const found = findProgram(program);
  if (found === null) return null;
  const real = realpathSync(found);
  const system = real.startsWith('/usr/') || real.startsWith('/bin/');
  return { folders: system ? [] : [dirname(dirname(real))], path: [dirname(real)] };
}

const decoder = new TextDecoder();

/** What a command wrote, as text. */
export function textOf(bytes: Uint8Array): string {
  return decoder.decode(bytes);
}
