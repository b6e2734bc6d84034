import { z } from 'zod';
import { dispatchWorkflow } from '#local/github/actions/dispatch-workflow.ts';
import { notFound } from '#local/github/http/github-error.ts';
import { countedReply } from '#local/github/http/paginate.ts';
import { repositoryRoute } from '#local/github/http/repository-route.ts';
import { param, readBody, type Reply, type RepositoryCall } from '#local/github/http/route.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { presentWorkflow } from '#local/github/present/workflow-run.ts';
import type { Workflow } from '#local/github/state/workflow.ts';

const schema = z.object({
  ref: z.string(),
  inputs: z.record(z.string(), z.coerce.string()).default({}),
  return_run_details: z.boolean().default(false),
});

/** A workflow by its id or its file's name; only the default branch counts. */
export function findWorkflow(call: RepositoryCall): Workflow {
  const key = param(call, 'workflow_id');
  const workflow = call.repository.workflows.find(
    ({ id, path }) => String(id) === key || path === key || path === `.github/workflows/${key}`,
  );
  if (!workflow) throw notFound();
  return workflow;
}

function listWorkflows(call: RepositoryCall): Reply {
  const present = (workflow: Workflow) => presentWorkflow(call.world, call.repository, workflow);
  const all = call.repository.workflows;
  return countedReply(call, { template: '/repos/{owner}/{repo}/actions/workflows', key: 'workflows', all, present });
}

async function dispatch(call: RepositoryCall): Promise<Reply> {
  const { world, repository, actor } = call;
  const workflow = findWorkflow(call);
  const { ref, inputs, return_run_details: details } = readBody(schema, call);
  const run = await dispatchWorkflow(world, repository, { workflow, ref, inputs, actor });
  if (!details) return { status: 204 };
  const body = {
    workflow_run_id: run.id,
    run_url: repositoryApiUrl(world, repository, `/actions/runs/${run.id}`),
    html_url: pageUrl(world, repository, `/actions/runs/${run.id}`),
  };
  return { status: 200, body };
}

export const workflowRoutes = [
  repositoryRoute('get', '/actions/workflows', 'actions:read', listWorkflows),
  repositoryRoute('get', '/actions/workflows/{workflow_id}', 'actions:read', (call) => ({
    status: 200,
    body: presentWorkflow(call.world, call.repository, findWorkflow(call)),
  })),
  repositoryRoute('post', '/actions/workflows/{workflow_id}/dispatches', 'actions:write', dispatch),
];
