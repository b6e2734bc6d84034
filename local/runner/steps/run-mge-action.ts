import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runProcess } from '#local/runner/run-process.ts';
import { stepEnvironment, type JobContext, type StepCall, type StepOutcome } from '#local/runner/job-context.ts';

const BUNDLE = fileURLToPath(new URL('../../../action/dist/index.js', import.meta.url));

/** MGE's own action: the committed bundle, called as GitHub's runner calls a JavaScript action. */
export async function runMgeAction(call: StepCall, context: JobContext): Promise<StepOutcome> {
  if (!existsSync(BUNDLE)) throw new Error('action/dist is missing: npm run build:action makes it');
  const outputFile = join(context.temporary, 'output');
  const summaryFile = join(context.temporary, 'summary.md');
  writeFileSync(outputFile, '');
  writeFileSync(summaryFile, '');
  const inputs = Object.fromEntries(
    Object.entries(call.inputs).map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
  );
  const unsafe = context.sandbox === 'unsafe' ? { INPUT_SANDBOX: 'unsafe' } : {};
  // Without a sandbox a job could write into what is kept: then every job installs for itself.
  const brought = existsSync(join(context.workspace, 'node_modules'));
  const kept = context.sandbox === 'auto' ? context.modules.find(context.workspace) : null;
  if (kept !== null) context.log('node_modules: kept from an earlier job');
  const env = {
    ...stepEnvironment(context),
    ...inputs,
    ...unsafe,
    GITHUB_OUTPUT: outputFile,
    GITHUB_STEP_SUMMARY: summaryFile,
    ...(kept === null ? {} : { MGE_NODE_MODULES: kept }),
  };
  const { workspace, log, signal } = context;
  const started = performance.now();
  const status = await runProcess({ argv: [process.execPath, BUNDLE], cwd: workspace, env, onLine: log, signal });
  log(`judged in ${((performance.now() - started) / 1000).toFixed(2)} s`);
  if (status === 0 && context.sandbox === 'auto' && !brought) context.modules.keep(workspace);
  return { passed: status === 0, outputs: readOutputs(readFileSync(outputFile, 'utf8')) };
}

/** What a line of the log says of how long the action took, in seconds; null when it says nothing of it. */
export function readJudged(line: string): number | null {
  const [, seconds] = /^judged in ([\d.]+) s$/.exec(line) ?? [];
  return seconds === undefined ? null : Number(seconds);
}

/** `name=value` lines of a GITHUB_OUTPUT file. */
export function readOutputs(text: string): Record<string, string> {
  const pairs = text.split('\n').flatMap((line) => {
    const at = line.indexOf('=');
    return at > 0 ? [[line.slice(0, at), line.slice(at + 1)] as const] : [];
  });
  return Object.fromEntries(pairs);
}
