import type { WorkerOptions } from 'node:worker_threads';
import { bundleWorker } from '#main/commands/bundle-worker.ts';
import type { AnalysisTask } from '#main/commands/analysis-task.ts';

/** What a thread is started with. */
export interface WorkerCode {
  readonly source: string | URL;
  readonly options: WorkerOptions;
}

/** The code of the analysis thread: made from the sources where they run as they are; bundled, it stands beside this file. */
export async function workerCode(task: AnalysisTask): Promise<WorkerCode> {
  const options = { workerData: task, execArgv: [] };
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource) return { source: await bundleWorker(), options: { ...options, eval: true } };
  return { source: new URL('./analysis-worker.js', import.meta.url), options };
}
