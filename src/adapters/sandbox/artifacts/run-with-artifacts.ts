import { readArtifacts, type Artifact, type ArtifactLimits } from '#adapters/sandbox/artifacts/read-artifacts.ts';
import type { Result } from '#domain/failure/result.ts';
import type { Sandbox, SandboxCommand, SandboxOutcome } from '#ports/sandbox.ts';

export interface OutcomeWithArtifacts {
  /** `stderr` is all that the command wrote, to either stream; `stdout` is empty. */
  readonly outcome: SandboxOutcome;
  /** What stood in the folder at the end; or why nothing of it is taken. */
  readonly artifacts: Result<readonly Artifact[], string>;
}

/** Other formats have ways to name and link things that a reader must know; this one says so little that all is checked. */
const PACK =
  '"$@" 1>&2; status=$?; tar --create --format=ustar --owner=0 --group=0 --directory "$MGE_ARTIFACTS" . ; exit $status';
const ARCHIVE_OVERHEAD = 1024;

/**
 * Runs a command and takes the files of one scratch folder with it, as a tar archive on standard output: nothing of the
 * host is ever writable inside, and nothing is written to disk here. The archive is hostile and read as such.
 */
export async function runWithArtifacts(
  sandbox: Sandbox,
  command: SandboxCommand,
  from: { readonly folder: string; readonly limits: ArtifactLimits },
): Promise<OutcomeWithArtifacts> {
  const { bytes, files } = from.limits;
  const outcome = await sandbox.run({
    ...command,
    argv: ['/bin/sh', '-c', PACK, 'artifacts', ...command.argv],
    env: { ...command.env, MGE_ARTIFACTS: from.folder },
    limits: {
      ...command.limits,
      outputBytes: Math.max(command.limits.outputBytes, bytes + files * ARCHIVE_OVERHEAD * 2),
    },
  });
  return { outcome: { ...outcome, stdout: new Uint8Array() }, artifacts: readArtifacts(outcome.stdout, from.limits) };
}
