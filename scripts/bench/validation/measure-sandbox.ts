import { superviseProcess } from '#adapters/sandbox/supervise-process.ts';
import type { Sandbox } from '#ports/sandbox.ts';
import { measurePairs, timeOf, type Pairs } from '#scripts/bench/validation/measure-pairs.ts';

const LIMITS = { wallClockMs: 10_000, cpuSeconds: 10, memoryMb: 512, processes: 64, fileMb: 16, outputBytes: 65_536 };
const ARGV = ['/bin/true'] as const;

/** The same command under the same supervision, bare and in the sandbox. */
export function measureSandbox(sandbox: Sandbox, rounds: number): Promise<Pairs> {
  const bare = () => superviseProcess({ argv: ARGV, env: {}, cwd: '/', stdin: '', limits: LIMITS, descriptors: [] });
  const scratch = [{ path: '/tmp', megabytes: 16 }];
  const inside = () => sandbox.run({ argv: ARGV, cwd: '/tmp', mounts: [], scratch, env: {}, limits: LIMITS });
  return measurePairs({ base: () => timeOf(bare), changed: () => timeOf(inside), rounds });
}
