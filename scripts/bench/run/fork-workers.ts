import { fork, type ChildProcess } from 'node:child_process';
import { z } from 'zod';
import type { Use } from '#scripts/bench/run/throughput-load.ts';

const Told = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ over: z.string() }),
  z.object({ used: z.object({ cpuSeconds: z.number(), mostBytes: z.number() }) }),
]);

export interface ForkedWorkers {
  /** Stops them, and tells what each has used. */
  close(): Promise<readonly Use[]>;
}

/** Starts workers in processes of their own; `over` is told of each run that one of them brought to its end. */
export async function forkWorkers(
  program: string,
  count: number,
  urls: readonly string[],
  over: (id: string) => void,
): Promise<ForkedWorkers> {
  const children = Array.from({ length: count }, () => fork(program, urls));
  for (const child of children)
    child.on('message', (message) => {
      const told = Told.parse(message);
      if ('over' in told) over(told.over);
    });
  await Promise.all(children.map((child) => hear(child, (told) => ('ready' in told ? true : null))));
  return {
    close: () =>
      Promise.all(
        children.map((child) => {
          const used = hear(child, (told) => ('used' in told ? told.used : null));
          child.send('stop');
          return used;
        }),
      ),
  };
}

/** The first thing that a child tells of a kind. Rejects when it ends before. */
function hear<T>(child: ChildProcess, take: (told: z.infer<typeof Told>) => T | null): Promise<T> {
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`A worker ended (exit code ${code}).`)));
    child.on('message', (message) => {
      const taken = take(Told.parse(message));
      if (taken !== null) resolve(taken);
    });
  });
}
