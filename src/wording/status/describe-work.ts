import type { Effect } from '#domain/run/effect.ts';

/** What MGE was doing when something went wrong, in people's words; `what` is an effect's type as the trail keeps it. */
export function describeWork(what: string): string {
  const known = Object.entries(WORK).find(([type]) => what === type);
  return known?.[1] ?? what;
}

const WORK: Readonly<Record<Effect['type'], string>> = {
  react: 'reacting to a comment',
  reply: 'replying to a comment',
  'authorize-sender': 'looking up who may steer the run',
  'check-label': 'looking at a label',
  prepare: 'reading the repository',
  'draft-questions': 'reading the spec',
  'post-questions': 'asking questions',
  'model-requirements': 'writing down the requirements',
  'retrieve-patterns': 'looking for code to follow',
  'draft-plan': 'making the plan',
  'post-plan': 'showing the plan',
  'check-setup': 'looking for the validation workflow',
  'draft-task': 'drafting a task',
  'analyse-project': 'taking the drafts apart',
  'dispatch-batch': 'starting a validation run',
  'collect-batch': 'reading the results of a validation run',
  'regenerate-atom': 'writing a piece anew',
  'commit-levels': 'committing levels',
  'commit-symbols': 'committing a decision',
  'open-pull-request': 'opening the pull request',
  'post-review': 'asking for review',
  'place-remarks': 'reading review comments',
  'answer-thread': 'answering a review thread',
  'answer-order': 'telling what came of the pieces that were asked for anew',
  'absorb-push': 'taking up a push to the branch',
  'publish-status': 'writing the status',
  learn: 'keeping what was learned',
  'publish-report': 'writing the report',
};
