/** A folder or file of the host, shown read-only at a path inside the sandbox. */
export interface SandboxMount {
  readonly source: string;
  readonly target: string;
}

/** A writable, memory-backed folder that is gone after the command. */
export interface SandboxScratch {
  readonly path: string;
  readonly megabytes: number;
}

export interface SandboxLimits {
  readonly wallClockMs: number;
  readonly cpuSeconds: number;
  /** Resident memory of the whole process tree. */
  readonly memoryMb: number;
  /** Processes and threads at the same time. */
  readonly processes: number;
  /** Largest file that may be written. */
  readonly fileMb: number;
  /** Files and folders in a scratch; 100,000 without it. */
  readonly files?: number;
  /** Of stdout and stderr each; the command is killed when it writes more. */
  readonly outputBytes: number;
}

export interface SandboxCommand {
  readonly argv: readonly [string, ...string[]];
  /** Absolute path inside the sandbox; must lie in a mount or scratch. */
  readonly cwd: string;
  readonly mounts: readonly SandboxMount[];
  readonly scratch: readonly SandboxScratch[];
  /** The whole environment: nothing else is passed in. */
  readonly env: Readonly<Record<string, string>>;
  /** Given on standard input; standard input is empty without it. */
  readonly stdin?: string;
  readonly limits: SandboxLimits;
}

export type SandboxKill = 'wall-clock' | 'memory' | 'output' | 'cpu' | 'processes' | 'file-size' | 'files';

export interface SandboxOutcome {
  /** Exit status, or null when it was killed from outside; 128 and the signal's number when a signal ended it inside. */
  readonly exitCode: number | null;
  /** The signal that ended it, as far as can be told: a command may also leave with such an exit status by itself. */
  readonly signal: string | null;
  /** Which limit ended the command; null when it ended by itself. */
  readonly killedBy: SandboxKill | null;
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly milliseconds: number;
}

/** A command that is talked to while it runs; its limits hold as for any other, the output's over its whole life. */
export interface SandboxSession {
  /** Text for its standard input, which stays open. */
  write(text: string): void;
  /** Ends it, if it has not ended by itself. */
  close(): void;
  /** How it ended; `stdout` is empty, for it was handed on as it came. Rejects when it could not be started. */
  readonly ended: Promise<SandboxOutcome>;
}

/** Runs untrusted commands. Refuses with an MgeError (`sandbox-refused`) when it cannot hold what it promises. */
export interface Sandbox {
  readonly kind: 'bubblewrap' | 'docker' | 'none';
  /** Names of the properties that a self-test has proved; what is not proved is not named. */
  enforced(): readonly string[];
  run(command: SandboxCommand): Promise<SandboxOutcome>;
  /** Starts a command and hands on what it writes to standard output, piece by piece. */
  open(command: SandboxCommand, onOutput: (piece: Uint8Array) => void): SandboxSession;
}
