import { availableParallelism } from 'node:os';
import type { AnalysisAnswer, AnalysisTask } from '#main/commands/analysis-task.ts';
import { createAnalysisThreads } from '#main/commands/create-analysis-threads.ts';
import { createPerformTask } from '#main/commands/create-perform-task.ts';

/** What came of one file. */
export interface AnalysedFile {
  readonly path: string;
  readonly answer: AnalysisAnswer;
}

/** A thread takes longer to start than this many files take. */
const filesPerThread = 60;

/** Analyses files, in the order given, on as many threads as are asked for (null: the cores) and worth starting. */
export async function* analyseFiles(
  task: AnalysisTask,
  paths: readonly string[],
  workers: number | null,
): AsyncGenerator<AnalysedFile> {
  const worth = Math.floor(paths.length / filesPerThread);
  const threads = Math.min(workers ?? availableParallelism(), worth);
  if (threads > 1) return yield* createAnalysisThreads(task, paths, threads);
  const perform = await createPerformTask(task);
  for (const path of paths) yield { path, answer: await perform(path) };
}
