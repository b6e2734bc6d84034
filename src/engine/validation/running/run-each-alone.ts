import { judgeRun, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';

export interface AloneRequest {
  readonly toolchain: Pick<Toolchain, 'runTests'>;
  readonly files: readonly string[];
  /** Processor time of one file. */
  readonly seconds: number;
  /** Symbols that stand as stubs in the tree. */
  readonly standing: ReadonlySet<string>;
  readonly expired: () => boolean;
}

/** Runs at the same time: each is one busy process. */
const LANES = 2;

/** Runs test files each in a process of its own; what the job's time does not suffice for is left out. */
export async function runEachAlone({ toolchain, files, seconds, ...rest }: AloneRequest): Promise<JudgedCase[]> {
  const found = new Map<string, readonly JudgedCase[]>();
  const waiting = [...files];
  const lane = async (): Promise<void> => {
    for (let file = waiting.shift(); file !== undefined && !rest.expired(); file = waiting.shift()) {
      const run = await toolchain.runTests([file], seconds * 1000);
      found.set(file, judgeRun(run, { standing: rest.standing, files: [file] }));
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
  return files.flatMap((file) => found.get(file) ?? []);
}
