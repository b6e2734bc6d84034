import { fork } from 'node:child_process';
import { once, type EventEmitter } from 'node:events';
import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

const program = fileURLToPath(new URL('./bare-parser.mjs', import.meta.url));

/** One that parses: a thread or a process. */
interface BareParser {
  readonly events: EventEmitter;
  send(paths: readonly string[]): void;
  end(): unknown;
}

type StartParser = () => BareParser;

const startThread: StartParser = () => {
  const worker = new Worker(program, { execArgv: [] });
  return { events: worker, send: (paths) => worker.postMessage(paths), end: () => worker.terminate() };
};

const startProcess: StartParser = () => {
  const child = fork(program, { execArgv: [] });
  return { events: child, send: (paths) => child.send(paths), end: () => child.kill() };
};

/** How many times as fast two parsers are as one, by the least of several times of each. */
export interface Ceiling {
  readonly threads: number;
  readonly processes: number;
}

/** What the machine itself gives: files parsed and nothing else, by one, two threads and two processes, in turns, each started before. */
export async function measureCeiling(paths: readonly string[], rounds: number): Promise<Ceiling> {
  const times: Readonly<Record<'one' | 'threads' | 'processes', number[]>> = { one: [], threads: [], processes: [] };
  const halves = halvesOf(paths);
  for (let round = 0; round < rounds; round += 1) {
    times.one.push(await parseTime(startThread, [paths]));
    times.threads.push(await parseTime(startThread, halves));
    times.processes.push(await parseTime(startProcess, halves));
  }
  const one = Math.min(...times.one);
  return { threads: one / Math.min(...times.threads), processes: one / Math.min(...times.processes) };
}

async function parseTime(start: StartParser, shares: readonly (readonly string[])[]): Promise<number> {
  const parsers = shares.map(() => start());
  try {
    await Promise.all(parsers.map(({ events }) => once(events, 'message')));
    const began = performance.now();
    const done = parsers.map(({ events }) => once(events, 'message'));
    parsers.forEach((parser, index) => parser.send(shares[index] ?? []));
    await Promise.all(done);
    return performance.now() - began;
  } finally {
    await Promise.all(parsers.map((parser) => parser.end()));
  }
}

/** Two shares of equal bytes: the largest files first, each to whoever has less. */
function halvesOf(paths: readonly string[]): [string[], string[]] {
  const sized = paths.map((path) => ({ path, size: statSync(path).size })).toSorted((a, b) => b.size - a.size);
  const shares: [string[], string[]] = [[], []];
  const sizes: [number, number] = [0, 0];
  for (const { path, size } of sized) {
    const to = sizes[0] <= sizes[1] ? 0 : 1;
    shares[to].push(path);
    sizes[to] += size;
  }
  return shares;
}
