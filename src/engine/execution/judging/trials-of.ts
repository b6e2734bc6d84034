import { Plan, tasksOf } from '#domain/plan/plan.ts';
import type { Run } from '#domain/run/run.ts';
import { planTrials, type TrialQuestion, type Trials } from '#engine/execution/judging/plan-trials.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Syntax } from '#ports/syntax.ts';

/** What the batch's tests are tried with; nothing without a reader of its languages. */
export async function trialsOf(
  run: Run,
  { syntax, blobs }: { readonly syntax?: Syntax; readonly blobs: BlobStore },
  question: Pick<TrialQuestion, 'project' | 'candidates' | 'files'>,
): Promise<Trials> {
  if (syntax === undefined) return { mutants: [], comparisons: [] };
  const originals = await loadTexts(blobs, question.project.originals);
  // Only a file that stood here before can hold what the plan does not mean to change.
  const plan =
    run.plan === null || originals.length === 0 ? null : Plan.safeParse(JSON.parse(await blobs.get(run.plan.blob)));
  const exports = plan?.success === true ? tasksOf(plan.data).flatMap((task) => task.exports) : [];
  return planTrials(syntax, { ...question, originals, exports, mutantsPerSymbol: run.settings.validation.mutants });
}
