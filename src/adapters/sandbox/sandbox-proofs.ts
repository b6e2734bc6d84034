import { statSync } from 'node:fs';
import type { SandboxCommand, SandboxOutcome } from '#ports/sandbox.ts';

/** One small attempt that shows a property; `holds` is true only when the attempt ran and was stopped. */
export interface SandboxProof {
  /** The property, as it is named in results. */
  readonly property: string;
  readonly script: string;
  readonly limits?: Partial<SandboxCommand['limits']>;
  readonly holds: (outcome: SandboxOutcome, stdout: string) => boolean;
}

/** Of every attempt that does not name others. */
export const PROOF_LIMITS = {
  wallClockMs: 5000,
  cpuSeconds: 5,
  memoryMb: 256,
  processes: 4096,
  fileMb: 16,
  outputBytes: 65_536,
};

const printed = (text: string) => (_outcome: SandboxOutcome, stdout: string) => stdout.trim() === text;

/** Attempts that may be made at the same time. */
export const PROOFS: readonly SandboxProof[] = [
  { property: 'no-network', script: 'tail -n +3 /proc/net/dev | grep -cv "lo:"', holds: printed('0') },
  {
    property: 'no-host-files',
    script: hostFilesScript(['/root', '/home', '/etc/shadow', '/var', '/opt']),
    holds: printed('none'),
  },
  {
    property: 'no-writes',
    script: '(echo x > /usr/mge-proof || echo x > /mge-proof) 2>/dev/null || echo refused',
    holds: printed('refused'),
  },
  {
    property: 'no-other-processes',
    script: 'n=0; for p in /proc/[0-9]*; do n=$((n+1)); done; test $n -le 8 && echo alone',
    holds: printed('alone'),
  },
  {
    property: 'empty-environment',
    script: 'tr "\\0" "\\n" < /proc/self/environ | grep -cvE "^(PWD|SHLVL|_|PATH)="',
    holds: printed('0'),
  },
  {
    property: 'no-privileges',
    script: 'grep -cE "^Cap(Prm|Eff|Amb):\\s*0+$|^NoNewPrivs:\\s*1" /proc/self/status',
    holds: printed('4'),
  },
  {
    property: 'system-call-filter',
    script: 'grep "^Seccomp:" /proc/self/status | tr -d "\\t"',
    holds: printed('Seccomp:2'),
  },
  { property: 'no-new-namespaces', script: 'unshare -U true 2>/dev/null || echo refused', holds: printed('refused') },
  {
    property: 'output-limit',
    script: 'head -c 300000 /dev/zero',
    holds: (outcome) => outcome.killedBy === 'output' && outcome.stdout.byteLength === PROOF_LIMITS.outputBytes,
  },
  {
    property: 'file-size-limit',
    script: '(head -c 20000000 /dev/zero > /tmp/big) 2>/dev/null || echo refused',
    holds: printed('refused'),
  },
];

/** Says `none` unless one of the host's files is seen: a file of that name may stand inside, but not the same one. */
function hostFilesScript(paths: readonly string[]): string {
  const seen = paths.flatMap((path) => {
    const found = statSync(path, { throwIfNoEntry: false, bigint: true });
    return found === undefined ? [] : [`test "$(stat -c %d:%i ${path} 2>/dev/null)" = ${found.dev}:${found.ino}`];
  });
  return `${[...seen, 'echo none'].join(' || ')}`;
}

/** It waits more than it works. */
export const WALL_CLOCK: SandboxProof = {
  property: 'wall-clock',
  script: 'sleep 30 & sleep 30',
  limits: { wallClockMs: 120 },
  holds: (outcome) => outcome.killedBy === 'wall-clock' && outcome.milliseconds < 10_000,
};

/** Alone: the processes of others would count towards its limit. */
export const PROCESS_LIMIT: SandboxProof = {
  property: 'process-limit',
  limits: { processes: 24 },
  script: 'i=0; while [ $i -lt 100 ]; do sleep 1 & i=$((i+1)); done; echo unlimited',
  holds: (outcome, stdout) => stdout === '' && (outcome.killedBy === 'processes' || outcome.exitCode !== 0),
};
