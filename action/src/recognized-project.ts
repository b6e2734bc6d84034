import type { Manifest } from '#domain/verdict/manifest.ts';
import type { Toolchain } from '#engine/validation/toolchain.ts';
import type { Sandbox } from '#ports/sandbox.ts';
import type { HostOutcome } from '#action/src/run-host-command.ts';

/** A checkout whose kind is known. What its checks are is known only when its dependencies stand there: install, then open. */
export interface RecognizedProject {
  /** Outside the sandbox, with the network; null: there was nothing to install. */
  install(): Promise<HostOutcome | null>;
  open(): Promise<Toolchain>;
  /** Ends what was kept running, and takes away what was installed beside the checkout; however far it came. */
  close(): Promise<void>;
}

/** For one installer, wall clock. */
export const INSTALL_MS = 600_000;

export interface ProjectQuestion {
  readonly root: string;
  readonly manifest: Manifest;
  readonly sandbox: Sandbox;
  /** False: only what reads the target may run, not what loads it (mypy's plugins do). */
  readonly executes: boolean;
  /** Installed node_modules outside the checkout, or null. */
  readonly modules: string | null;
  /** A line of the log. */
  readonly say: (line: string) => void;
}
