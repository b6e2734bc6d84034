import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { buffersOf } from '#adapters/syntax/packed-tree.ts';
import { AnalysisTask } from '#main/commands/analysis-task.ts';
import { createPerformTask } from '#main/commands/create-perform-task.ts';

/** The thread that analyses files: takes `{ index, path }`, gives `{ index, answer }`. */
const Request = z.object({ index: z.number(), path: z.string() });

const perform = createPerformTask(AnalysisTask.parse(workerData));
parentPort?.on('message', (message: unknown) => {
  void answerRequest(Request.parse(message));
});

async function answerRequest({ index, path }: z.infer<typeof Request>): Promise<void> {
  const answer = await (await perform)(path);
  const buffers = 'tree' in answer ? buffersOf(answer.tree) : [];
  parentPort?.postMessage(
    { index, answer },
    buffers.filter((buffer) => buffer instanceof ArrayBuffer),
  );
}
