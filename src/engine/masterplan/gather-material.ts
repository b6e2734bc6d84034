import { Requirements } from '#domain/discovery/requirements.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import { Plan } from '#domain/plan/plan.ts';
import { Patterns } from '#domain/prompt/pattern.ts';
import { overviewPaths, projectOverview } from '#domain/prompt/project-overview.ts';
import type { Run } from '#domain/run/run.ts';
import type { DraftPlanMaterial, Revision } from '#engine/masterplan/draft-plan-prompt.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export type PlanMaterial = Omit<DraftPlanMaterial, 'attempt' | 'correction'>;

/** Everything that planning reads: requirements, patterns, the repository as it stands, and the plan to revise. */
export async function gatherMaterial(
  deps: { readonly blobs: BlobStore; readonly sourceTree: SourceTree },
  run: Run,
  number: number,
  feedback: string,
): Promise<PlanMaterial> {
  const { requirements } = run.discovery;
  if (requirements === null) {
    throw new MgeError('A plan was ordered before the requirements stood.', {
      code: 'internal',
      retry: 'give-up',
      nextStep: 'Type `/mge cancel` and put the label on again.',
    });
  }
  return {
    run,
    number,
    requirements: Requirements.parse(JSON.parse(await deps.blobs.get(requirements))),
    patterns: run.patterns === null ? [] : Patterns.parse(JSON.parse(await deps.blobs.get(run.patterns))),
    overview: await readOverview(deps.sourceTree, run),
    revision: await readRevision(deps.blobs, run, feedback),
  };
}

async function readRevision(blobs: BlobStore, { plan }: Run, feedback: string): Promise<Revision | null> {
  if (plan === null) return null;
  const previous = Plan.parse(JSON.parse(await blobs.get(plan.blob)));
  return { previous, feedback, leftOut: plan.tasks.filter((task) => !task.included).map(({ id }) => id) };
}

async function readOverview(sourceTree: SourceTree, { repository }: Run): Promise<string> {
  const head = await sourceTree.headOf(repository, repository.defaultBranch, 'lately');
  if (head === null) return projectOverview([], new Map());
  const paths = (await sourceTree.list(repository, head)).map((entry) => entry.path);
  return projectOverview(paths, await sourceTree.read(repository, head, overviewPaths(paths)));
}
