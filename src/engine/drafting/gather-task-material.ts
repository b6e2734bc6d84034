import { MgeError } from '#domain/failure/mge-error.ts';
import { Draft } from '#domain/draft/draft.ts';
import { Plan, tasksOf, type PlannedTask } from '#domain/plan/plan.ts';
import { retriesOf } from '#domain/prompt/ask-again.ts';
import { Patterns } from '#domain/prompt/pattern.ts';
import { overviewPaths, projectOverview } from '#domain/prompt/project-overview.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import type { DraftTaskMaterial } from '#engine/drafting/draft-task-prompt.ts';
import { neighbourPaths } from '#engine/drafting/neighbour-paths.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

interface Sources {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
}

/** Everything that drafting a task reads. Throws `internal` when the run does not hold the task. */
export async function gatherTaskMaterial(
  { blobs, sourceTree }: Sources,
  run: Run,
  effect: EffectOf<'draft-task'>,
): Promise<DraftTaskMaterial> {
  if (run.plan === null) throw unknownTask(effect.task);
  const plan = Plan.parse(JSON.parse(await blobs.get(run.plan.blob)));
  const task = tasksOf(plan).find(({ id }) => id === effect.task);
  if (task === undefined) throw unknownTask(effect.task);
  const { overview, current, neighbours } = await readRepository(sourceTree, run, task);
  const { requirements } = run.discovery;
  return {
    run,
    task,
    attempt: effect.attempt,
    retries: freshStarts(effect.key),
    project: {
      plan,
      requirements: requirements === null ? '' : await blobs.get(requirements),
      patterns: run.patterns === null ? [] : Patterns.parse(JSON.parse(await blobs.get(run.patterns))),
      overview,
    },
    current,
    neighbours,
    failure: effect.failure,
    previous: effect.previous === null ? null : Draft.parse(JSON.parse(await blobs.get(effect.previous))),
  };
}

async function readRepository(sourceTree: SourceTree, { repository }: Run, task: PlannedTask) {
  const head = await sourceTree.headOf(repository, repository.defaultBranch, 'lately');
  const none = new Map<string, string>();
  if (head === null) return { overview: projectOverview([], none), current: none, neighbours: none };
  const entries = await sourceTree.list(repository, head);
  const paths = entries.map(({ path }) => path);
  const owned = [...task.files, ...task.tests];
  const beside = neighbourPaths(entries, owned);
  const wanted = [...new Set([...overviewPaths(paths), ...owned.filter((path) => paths.includes(path)), ...beside])];
  const texts = await sourceTree.read(repository, head, wanted);
  const pick = (chosen: readonly string[]) => new Map([...texts].filter(([path]) => chosen.includes(path)));
  return { overview: projectOverview(paths, texts), current: pick(owned), neighbours: pick(beside) };
}

function unknownTask(id: string): MgeError {
  return new MgeError(`The plan holds no task ${id}.`, {
    code: 'internal',
    retry: 'give-up',
    nextStep: 'Type `/mge revise` with what the plan should look like.',
  });
}

/** A draft that people asked for again says so in its key: `draft-task/1.2/T3/1`, or `…/retry-2`. */
function freshStarts(key: string): number {
  return Number(/(?:^|\/)draft-task\/\d+\.(\d+)\//u.exec(key)?.[1] ?? 0) + retriesOf(key);
}
