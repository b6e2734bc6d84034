import { judgeRun, type JudgedCase } from '#engine/validation/levels/judge-run.ts';
import { likelyHanging } from '#engine/validation/running/likely-hanging.ts';
import { runEachAlone, type AloneRequest } from '#engine/validation/running/run-each-alone.ts';

/** Processes at the same time: each is one busy process. */
const LANES = 2;

/**
 * Runs test files over planted faults, half of them in each of two processes. Other than for a verdict, a failure is what was
 * hoped for and is not run again alone; only files of a process that was ended are, for one fault must not hide what the
 * tests of another say.
 */
export async function runTrialFiles(request: AloneRequest): Promise<JudgedCase[]> {
  const lanes = Array.from({ length: LANES }, (_, lane) => request.files.filter((_file, at) => at % LANES === lane));
  const cases = await Promise.all(lanes.map((files) => runLane({ ...request, files })));
  return cases.flat();
}

async function runLane(request: AloneRequest): Promise<JudgedCase[]> {
  const { files, seconds, toolchain } = request;
  if (files.length === 0) return [];
  const run = await toolchain.runTests(files, seconds * 1000);
  const cases = judgeRun(run, request);
  if (files.length === 1 || run.unfinished.length === 0) return cases;
  const finished = cases.filter((one) => !run.unfinished.includes(one.file));
  const guess = likelyHanging(run);
  const first = await runEachAlone({ ...request, files: guess });
  const left = run.unfinished.filter((file) => !guess.includes(file));
  const hung = first.some((one) => one.outcome === 'timeout');
  const others = await (hung ? runLane : runEachAlone)({ ...request, files: left });
  return [...finished, ...first, ...others];
}
