import type { Sandbox, SandboxCommand, SandboxOutcome } from '#ports/sandbox.ts';

interface Proof {
  /** The property, as it is named in results. */
  readonly property: string;
  readonly script: string;
  readonly limits?: Partial<SandboxCommand['limits']>;
  readonly holds: (outcome: SandboxOutcome, stdout: string) => boolean;
}

const LIMITS = { wallClockMs: 5000, cpuSeconds: 5, memoryMb: 256, processes: 4096, fileMb: 16, outputBytes: 65_536 };

const printed = (text: string) => (_outcome: SandboxOutcome, stdout: string) => stdout.trim() === text;

/** One small attempt for each property; `holds` is true only when the attempt ran and was stopped. */
const PROOFS: readonly Proof[] = [
  { property: 'no-network', script: 'tail -n +3 /proc/net/dev | grep -cv "lo:"', holds: printed('0') },
  {
    property: 'no-host-files',
    script: 'test -e /root || test -e /home || test -e /etc/shadow || test -e /var || echo none',
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
    holds: (outcome) => outcome.killedBy === 'output' && outcome.stdout.byteLength === LIMITS.outputBytes,
  },
  {
    property: 'file-size-limit',
    script: '(head -c 20000000 /dev/zero > /tmp/big) 2>/dev/null || echo refused',
    holds: printed('refused'),
  },
];

const WALL_CLOCK: Proof = {
  property: 'wall-clock',
  script: 'sleep 30 & sleep 30',
  limits: { wallClockMs: 120 },
  holds: (outcome) => outcome.killedBy === 'wall-clock' && outcome.milliseconds < 10_000,
};

const PROCESS_LIMIT: Proof = {
  property: 'process-limit',
  limits: { processes: 24 },
  script: 'i=0; while [ $i -lt 100 ]; do sleep 1 & i=$((i+1)); done; echo unlimited',
  holds: (outcome, stdout) => outcome.killedBy === null && outcome.exitCode !== 0 && stdout === '',
};

export interface SandboxProof {
  readonly property: string;
  readonly held: boolean;
}

/** Tries each property in the sandbox on this machine. A proof that cannot be run did not hold. */
export async function proveSandbox(sandbox: Sandbox): Promise<SandboxProof[]> {
  // It waits more than it works: the others are tried meanwhile.
  const waiting = prove(sandbox, WALL_CLOCK);
  const proofs = await Promise.all(PROOFS.map((proof) => prove(sandbox, proof)));
  // After them: their processes would count towards its limit, and be what is refused.
  const processes = await prove(sandbox, PROCESS_LIMIT);
  return [...proofs, await waiting, processes];
}

async function prove(sandbox: Sandbox, proof: Proof): Promise<SandboxProof> {
  const outcome = await sandbox.run({
    argv: ['/bin/sh', '-c', proof.script],
    cwd: '/tmp',
    mounts: [],
    scratch: [{ path: '/tmp', megabytes: 32 }],
    env: { PATH: '/usr/bin:/bin' },
    limits: { ...LIMITS, ...proof.limits },
  });
  return { property: proof.property, held: proof.holds(outcome, new TextDecoder().decode(outcome.stdout)) };
}
