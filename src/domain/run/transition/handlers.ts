import type { EventOf, RunEvent, RunEventType } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { onPartNotReady, onProjectAnalysed } from '#domain/run/transition/analysing.ts';
import { onSenderAuthorized } from '#domain/run/transition/authorizing.ts';
import { onBatchDispatched, onBatchLost, onWorkflowCompleted } from '#domain/run/transition/batching.ts';
import * as building from '#domain/run/transition/building.ts';
import type { Change, Handler, Occasion } from '#domain/run/transition/change.ts';
import { andThen, unchanged } from '#domain/run/transition/change.ts';
import { onPlanEdited } from '#domain/run/transition/choosing-tasks.ts';
import { onCommandGiven, onCommandMisspelt } from '#domain/run/transition/commanding.ts';
import { onThreadResolved } from '#domain/run/transition/deciding.ts';
import * as discovering from '#domain/run/transition/discovering.ts';
import { onLevelsCommitted, onPullRequestOpened } from '#domain/run/transition/committing.ts';
import { onTaskDrafted, onTaskDraftRejected } from '#domain/run/transition/drafting.ts';
import { onEffectDone, onEffectFailed } from '#domain/run/transition/failing.ts';
import { onEffectHeld } from '#domain/run/transition/holding.ts';
import { onEffectPostponed } from '#domain/run/transition/waiting.ts';
import { comesEarly, keepEarly } from '#domain/run/transition/early.ts';
import * as finishing from '#domain/run/transition/finishing.ts';
import { onBatchJudged, onRegenerationRejected } from '#domain/run/transition/judging.ts';
import * as planning from '#domain/run/transition/planning.ts';
import { onBranchPushed, onPushAbsorbed } from '#domain/run/transition/pushing.ts';
import { onRemarksPlaced } from '#domain/run/transition/remarking.ts';
import { onReviewPosted, onSymbolsCommitted } from '#domain/run/transition/reviewing.ts';
import * as starting from '#domain/run/transition/starting.ts';

/** What happens on each event: one row an event, so that a new event without a row does not compile. */
const handlers: { [T in RunEventType]: Handler<T> } = {
  'issue-labelled': starting.onIssueLabelled,
  'label-checked': starting.onLabelChecked,
  'spec-labelled': starting.onSpecLabelled,
  'spec-edited': starting.onSpecEdited,
  'spec-unlabelled': starting.onSpecUnlabelled,
  'issue-closed': starting.onIssueClosed,
  'issue-gone': starting.onIssueGone,
  prepared: starting.onPrepared,
  'command-given': onCommandGiven,
  'command-misspelt': onCommandMisspelt,
  'sender-authorized': onSenderAuthorized,
  replied: discovering.onReplied,
  'questions-drafted': discovering.onQuestionsDrafted,
  'requirements-modelled': discovering.onRequirementsModelled,
  'patterns-retrieved': planning.onPatternsRetrieved,
  'plan-drafted': planning.onPlanDrafted,
  'plan-posted': planning.onPlanPosted,
  'plan-edited': onPlanEdited,
  'setup-checked': planning.onSetupChecked,
  'onboarding-merged': planning.onOnboardingMerged,
  'task-drafted': onTaskDrafted,
  'task-draft-rejected': onTaskDraftRejected,
  'project-analysed': onProjectAnalysed,
  'part-not-ready': onPartNotReady,
  'batch-dispatched': onBatchDispatched,
  'workflow-completed': onWorkflowCompleted,
  'batch-collected': onBatchJudged,
  'batch-lost': onBatchLost,
  'atom-regenerated': building.onAtomRegenerated,
  'atom-regeneration-rejected': onRegenerationRejected,
  'levels-committed': onLevelsCommitted,
  'symbols-committed': onSymbolsCommitted,
  'pull-request-opened': onPullRequestOpened,
  'review-posted': onReviewPosted,
  'thread-resolved': onThreadResolved,
  'remarks-placed': onRemarksPlaced,
  'review-submitted': finishing.onReviewSubmitted,
  'branch-pushed': onBranchPushed,
  'push-absorbed': onPushAbsorbed,
  'pull-request-closed': finishing.onPullRequestClosed,
  'pull-request-reopened': finishing.onPullRequestReopened,
  'access-restored': finishing.onAccessRestored,
  'report-published': finishing.onReportPublished,
  'effect-done': onEffectDone,
  'effect-postponed': onEffectPostponed,
  'effect-held': onEffectHeld,
  'effect-failed': onEffectFailed,
};

/** Late answers of a cancelled run change nothing, but people may still ask about it and start the next one. */
const heardWhenCancelled: readonly RunEventType[] = [
  'issue-labelled',
  'label-checked',
  'spec-labelled',
  'command-given',
  'command-misspelt',
];

export function handle(run: Run, event: RunEvent, occasion: Occasion): Change {
  if (run.stage === 'cancelled' && !heardWhenCancelled.includes(event.type)) return unchanged(run);
  if (comesEarly(run, event)) return keepEarly(run, event, occasion);
  const next = handleTyped(run, event, occasion);
  return event.type === 'review-posted' ? decideEarly(next, occasion) : next;
}

/** The review is posted: what people decided meanwhile happens now. */
function decideEarly(posted: Change, { at }: Occasion): Change {
  const { early = [] } = posted.run;
  const start: Change = { ...posted, run: { ...posted.run, early: [] } };
  return early.reduce((before, { key, event }) => andThen(before, (run) => handle(run, event, { key, at })), start);
}

function handleTyped<T extends RunEventType>(run: Run, event: EventOf<T>, occasion: Occasion): Change {
  const handler: Handler<T> = handlers[event.type];
  return handler(run, event, occasion);
}
