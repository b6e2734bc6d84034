import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import { runTestFiles, type TestFilesRun } from '#engine/validation/run-test-files.ts';

const NOBODY: ReadonlySet<string> = new Set();

/** Runs test files on the tree of a stage, with what failed (and the symbols of `also`) as stubs. */
export async function runOnStage(
  session: BatchSession,
  stage: LevelStage,
  files: readonly string[],
  also: ReadonlySet<string> = NOBODY,
): Promise<TestFilesRun> {
  const standing = await session.tree.lay(new Set([...stage.stubbed, ...session.book.failed, ...also]));
  const { atomSeconds } = session.facts.manifest.limits;
  return runTestFiles({ toolchain: session.toolchain, files, atomSeconds, standing, expired: session.expired });
}
