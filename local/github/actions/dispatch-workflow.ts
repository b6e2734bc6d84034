import { createCheckRun } from '#local/github/actions/change-check-run.ts';
import { readDispatchTrigger, readRunName } from '#local/github/actions/read-workflows.ts';
import { readBlob } from '#local/github/git/blobs.ts';
import { resolveSha } from '#local/github/git/refs.ts';
import { unprocessable } from '#local/github/http/github-error.ts';
import { workflowRunEvent } from '#local/github/payloads/workflow-run-event.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor } from '#local/github/state/user.ts';
import type { Workflow, WorkflowRun } from '#local/github/state/workflow.ts';
import type { World } from '#local/github/world.ts';

/** The inputs of a run: those given, then the file's defaults; 422 for unknown and missing ones. */
function readInputs(text: string, given: Readonly<Record<string, string>>): Record<string, string> {
  const trigger = readDispatchTrigger(text);
  if (!trigger) throw unprocessable("Workflow does not have 'workflow_dispatch' trigger");
  const unexpected = Object.keys(given).filter((name) => !Object.hasOwn(trigger.inputs, name));
  if (unexpected.length > 0) throw unprocessable(`Unexpected inputs provided: ${JSON.stringify(unexpected)}`);
  const inputs: Record<string, string> = {};
  for (const [name, input] of Object.entries(trigger.inputs)) {
    const value = given[name] ?? input.default;
    if (value === null && input.required) throw unprocessable(`Required input '${name}' not provided`);
    if (value !== null) inputs[name] = value;
  }
  return inputs;
}

/** The title of a run: the workflow's `run-name` with its inputs put in, else the workflow's name. */
function runTitle(workflow: Workflow, inputs: Readonly<Record<string, string>>): string {
  const wanted = readRunName(workflow.text) ?? workflow.name;
  return wanted.replace(
    /\$\{\{\s*(?:github\.event\.)?inputs\.([\w-]+)\s*\}\}/g,
    (_, name: string) => inputs[name] ?? '',
  );
}

function createRun(
  world: World,
  repository: Repository,
  parts: Pick<WorkflowRun, 'actor' | 'headBranch' | 'headSha' | 'inputs'> & { workflow: Workflow },
): WorkflowRun {
  const { workflow, ...given } = parts;
  const id = nextId(world.state);
  const jobId = nextId(world.state);
  const check = createCheckRun(world, repository, given.actor.user, {
    name: workflow.name,
    headSha: given.headSha,
    createdBy: 'actions',
    suiteId: nextId(world.state),
  });
  const now = world.now();
  return {
    id,
    workflowId: workflow.id,
    runNumber: repository.workflowRuns.filter((run) => run.workflowId === workflow.id).length + 1,
    event: 'workflow_dispatch',
    displayTitle: runTitle(workflow, given.inputs),
    jobId,
    checkRunId: check.id,
    checkSuiteId: check.suiteId,
    status: 'queued',
    conclusion: null,
    cancelRequested: false,
    createdAt: now,
    updatedAt: now,
    startedAt: null,
    completedAt: null,
    log: '',
    artifacts: [],
    ...given,
  };
}

/** Dispatches a workflow of the default branch on a branch or tag that has it too; 422 in GitHub's words otherwise. */
export async function dispatchWorkflow(
  world: World,
  repository: Repository,
  {
    workflow,
    ref,
    inputs,
    actor,
  }: { workflow: Workflow; ref: string; inputs: Readonly<Record<string, string>>; actor: Actor },
): Promise<WorkflowRun> {
  const gitDir = world.gitDirOf(repository);
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const headSha = (await resolveSha(gitDir, `refs/heads/${name}`)) ?? (await resolveSha(gitDir, `refs/tags/${name}`));
  if (headSha === null) throw unprocessable(`No ref found for: ${ref}`);
  const text = await readBlob(gitDir, `${headSha}:${workflow.path}`);
  if (text === null) throw unprocessable(`Workflow file '${workflow.path}' not found on ref '${name}'`);
  const wanted = readInputs(text.toString(), inputs);
  const run = createRun(world, repository, { workflow, headBranch: name, headSha, inputs: wanted, actor });
  repository.workflowRuns.push(run);
  world.emit(await workflowRunEvent(world, repository, run, 'requested'));
  world.startRun({ repository, workflow, run });
  return run;
}
