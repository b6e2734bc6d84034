import type { TypecheckRun } from '#engine/validation/toolchain.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';
import { describeTypecheck } from '#action/src/toolchains/typescript/describe-typecheck.ts';

const TSC = [
  'node',
  'node_modules/typescript/bin/tsc',
  '-p',
  'tsconfig.json',
  '--noEmit',
  '--pretty',
  'false',
] as const;
const STATE = '/tmp/mge.tsbuildinfo';
const INCREMENTAL = ['--incremental', '--composite', 'false', '--tsBuildInfoFile', STATE] as const;
/** A stub leaves its parameters and its file's imports unused: that is no fault of the tree. */
const STUBBED = [
  '--noUnusedLocals',
  'false',
  '--noUnusedParameters',
  'false',
  '--allowUnreachableCode',
  'true',
] as const;

/** A compiler needs more than a test, and is no candidate's code. */
const COMPILER_MB = 2048;

export interface TscOptions {
  readonly workbench: Workbench;
  readonly timeMs: number;
  /** A command of the repository's settings instead of the project's `tsc`. */
  readonly command: string | null;
}

/** A type check that keeps the compiler's incremental state between the trees of a job. */
export function createRunTsc(options: TscOptions): (stubbed: boolean) => Promise<TypecheckRun> {
  let state = '';
  return async (stubbed) => {
    const { workbench, timeMs, command } = options;
    const flags = [...TSC.slice(1), ...INCREMENTAL, ...(stubbed ? STUBBED : [])];
    const outcome =
      command === null
        ? await workbench.run({
            argv: ['/bin/sh', '/mge/drivers/typecheck.sh', STATE, TSC[0], ...flags],
            stdin: state,
            timeMs,
            memoryMb: COMPILER_MB,
          })
        : await workbench.run({ argv: ['/bin/sh', '-c', command], timeMs, memoryMb: COMPILER_MB });
    if (command === null && outcome.killedBy === null) state = textOf(outcome.stdout);
    const output = command === null ? textOf(outcome.stderr) : `${textOf(outcome.stdout)}\n${textOf(outcome.stderr)}`;
    const passed = outcome.exitCode === 0 && outcome.killedBy === null;
    return describeTypecheck({ passed, output, killedBy: outcome.killedBy });
  };
}
