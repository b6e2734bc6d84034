import type { BatchSession, LevelStage } from '#engine/validation/batch-session.ts';
import type { PlantedEdit } from '#engine/validation/running/candidate-tree.ts';
import { runTestFiles, type TestFilesRun } from '#engine/validation/running/run-test-files.ts';

export interface StageRun {
  readonly files: readonly string[];
  /** Stubs besides those of the stage and what failed. */
  readonly also?: ReadonlySet<string>;
  /** Texts that stand in place of the candidates' own. */
  readonly planted?: readonly PlantedEdit[];
  /** Time of one file, instead of the manifest's. */
  readonly seconds?: number;
}

/** Runs test files on the tree of a stage, with what failed (and the symbols of `also`) as stubs. */
export async function runOnStage(
  session: BatchSession,
  stage: LevelStage,
  { files, also, planted = [], seconds }: StageRun,
): Promise<TestFilesRun> {
  const { toolchain, facts, pace, expired } = session;
  const standing = await session.tree.lay(
    new Set([...stage.stubbed, ...session.book.failed, ...(also ?? [])]),
    planted,
  );
  const atomSeconds = seconds ?? facts.manifest.limits.atomSeconds;
  return runTestFiles({ toolchain, files, atomSeconds, pace, standing, expired });
}
