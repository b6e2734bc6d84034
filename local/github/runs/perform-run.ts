import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { changeCheckRun } from '#local/github/actions/change-check-run.ts';
import { workflowRunEvent } from '#local/github/payloads/workflow-run-event.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Workflow, WorkflowRun } from '#local/github/state/workflow.ts';
import type { WorkflowOutcome, WorkflowRunner } from '#local/github/workflow-runner.ts';
import type { World } from '#local/github/world.ts';

/** A run and what it needs. */
export interface RunJob {
  readonly repository: Repository;
  readonly workflow: Workflow;
  readonly run: WorkflowRun;
  readonly stop: AbortController;
}

async function keepArtifacts(world: World, run: WorkflowRun, outcome: WorkflowOutcome): Promise<void> {
  const folder = join(world.dataDir, 'files');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${run.id}.log`), outcome.log);
  run.log = outcome.log;
  for (const { name, archive } of outcome.artifacts) {
    const id = nextId(world.state);
    const file = `${id}.zip`;
    await writeFile(join(folder, file), archive);
    const digest = `sha256:${createHash('sha256').update(archive).digest('hex')}`;
    run.artifacts.push({ id, name, file, size: archive.length, digest, createdAt: world.now() });
  }
}

async function perform(
  world: World,
  runner: WorkflowRunner,
  { repository, workflow, run, stop }: RunJob,
): Promise<WorkflowOutcome> {
  if (stop.signal.aborted) return { conclusion: 'cancelled', artifacts: [], log: '' };
  try {
    return await runner.run({
      runId: run.id,
      repository: fullNameOf(repository),
      gitDir: world.gitDirOf(repository),
      headSha: run.headSha,
      ref: `refs/heads/${run.headBranch}`,
      workflowPath: workflow.path,
      workflowText: workflow.text,
      inputs: run.inputs,
      signal: stop.signal,
    });
  } catch (cause) {
    // a broken runner is a failed run, as on GitHub; the cause goes into its log
    return {
      conclusion: 'failure',
      artifacts: [],
      log: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    };
  }
}

async function changeCheck(world: World, { repository, run }: RunJob): Promise<void> {
  const check = repository.checkRuns.find((known) => known.id === run.checkRunId);
  const change = { status: run.status, conclusion: run.conclusion };
  if (check) changeCheckRun(world, repository, run.actor.user, { run: check, change });
}

/** Takes a run from queued to completed, telling each step. */
export async function performRun(world: World, runner: WorkflowRunner, job: RunJob): Promise<void> {
  const { repository, run } = job;
  run.status = 'in_progress';
  run.startedAt = world.now();
  run.updatedAt = run.startedAt;
  await changeCheck(world, job);
  world.emit(await workflowRunEvent(world, repository, run, 'in_progress'));
  const outcome = await perform(world, runner, job);
  await keepArtifacts(world, run, outcome);
  run.status = 'completed';
  run.conclusion = run.cancelRequested ? 'cancelled' : outcome.conclusion;
  run.completedAt = world.now();
  run.updatedAt = run.completedAt;
  await changeCheck(world, job);
  world.emit(await workflowRunEvent(world, repository, run, 'completed'));
}
