import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { WorkflowJob, WorkflowOutcome, WorkflowRunner } from '#local/github/workflow-runner.ts';
import { fillExpressions, shouldRun, type ExpressionValues } from '#local/runner/expressions.ts';
import type { JobContext, StepCall } from '#local/runner/job-context.ts';
import { createModuleStore } from '#local/runner/module-store.ts';
import { parseWorkflow, type ParsedWorkflow, type WorkflowStep } from '#local/runner/parse-workflow.ts';
import { performStep } from '#local/runner/perform-step.ts';

export interface LocalRunnerOptions {
  /** Folder for checkouts and for what is kept between jobs. */
  readonly workDir: string;
  /** `unsafe` executes without a sandbox where there is none; `auto` then executes nothing. */
  readonly sandbox: 'auto' | 'unsafe';
  /** Every line of every job's log, as it comes. */
  readonly onLine?: (line: string) => void;
}

/** Performs the very workflow files that the repository holds, on this machine. */
export function createLocalRunner(options: LocalRunnerOptions): WorkflowRunner {
  const workDir = resolve(options.workDir);
  const npmCache = join(workDir, 'npm-cache');
  const checkouts = join(workDir, 'checkouts');
  for (const folder of [npmCache, checkouts]) mkdirSync(folder, { recursive: true });
  const modules = createModuleStore(join(workDir, 'node-modules'));

  async function run(job: WorkflowJob): Promise<WorkflowOutcome> {
    const folder = mkdtempSync(join(checkouts, `run-${job.runId}-`));
    const [temporary, workspace] = [join(folder, 'temporary'), join(folder, 'workspace')];
    for (const place of [temporary, workspace]) mkdirSync(place);
    const lines: string[] = [];
    const log = (line: string): void => {
      // As GitHub stores it: every line with the moment it came.
      lines.push(`${new Date().toISOString()} ${line}`);
      options.onLine?.(line);
    };
    try {
      const shared = { job, workspace, temporary, npmCache, sandbox: options.sandbox, modules, log };
      return { ...(await performJob(shared)), log: lines.join('\n') };
    } catch (cause) {
      log(`error: ${cause instanceof Error ? cause.message : String(cause)}`);
      return { conclusion: 'failure', artifacts: [], log: lines.join('\n') };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return { run };
}

async function performJob(shared: Omit<JobContext, 'artifacts' | 'signal'>): Promise<Omit<WorkflowOutcome, 'log'>> {
  const { job } = shared;
  const workflow = parseWorkflow(job.workflowText);
  const timeout = AbortSignal.timeout(workflow.timeoutMs);
  const signal = job.signal === undefined ? timeout : AbortSignal.any([job.signal, timeout]);
  const context: JobContext = { ...shared, artifacts: [], signal };
  const passed = await runSteps(workflow, context);
  const ended = job.signal?.aborted === true ? 'cancelled' : timeout.aborted ? 'timed_out' : null;
  return { conclusion: ended ?? (passed ? 'success' : 'failure'), artifacts: context.artifacts };
}

async function runSteps(workflow: ParsedWorkflow, context: JobContext): Promise<boolean> {
  const values = startValues(context);
  let failed = false;
  for (const step of workflow.steps) {
    if (context.signal.aborted) return false;
    if (!shouldRun(step.if, failed, values)) continue;
    const call = fillStep(step, values);
    context.log(`▸ ${call.name}`);
    const outcome = await performStep(call, context);
    if (!outcome.passed) context.log(`✗ ${call.name}`);
    failed = failed || !outcome.passed;
    if (call.id !== null)
      for (const [name, value] of Object.entries(outcome.outputs))
        values.set(`steps.${call.id}.outputs.${name}`, value);
  }
  return !failed;
}

function startValues({ job, workspace }: JobContext): Map<string, string> {
  const inputs = Object.entries(job.inputs).map(([name, value]) => [`inputs.${name}`, value] as const);
  const github = { sha: job.headSha, ref: job.ref, repository: job.repository, run_id: String(job.runId), workspace };
  return new Map([...inputs, ...Object.entries(github).map(([name, value]) => [`github.${name}`, value] as const)]);
}

function fillStep(step: WorkflowStep, values: ExpressionValues): StepCall {
  const fill = (record: Readonly<Record<string, string>>): Record<string, string> =>
    Object.fromEntries(Object.entries(record).map(([name, text]) => [name, fillExpressions(text, values)]));
  const run = step.run === undefined ? null : fillExpressions(step.run, values);
  const name = step.name ?? step.uses ?? (run ?? '').trim().split('\n')[0] ?? '';
  return {
    name: fillExpressions(name, values),
    id: step.id ?? null,
    uses: step.uses ?? null,
    run,
    inputs: fill(step.with),
    env: fill(step.env),
  };
}
