import type { EffectType } from '#domain/run/effect.ts';
import type { Lane } from '#ports/job-queue.ts';

/** Slow: asks the model, or works through a whole repository. Quick: a few requests to GitHub. */
export const EFFECT_LANE: Readonly<Record<EffectType, Lane>> = {
  react: 'quick',
  reply: 'quick',
  'authorize-sender': 'quick',
  'check-label': 'quick',
  prepare: 'quick',
  'draft-questions': 'slow',
  'post-questions': 'quick',
  'model-requirements': 'slow',
  'retrieve-patterns': 'slow',
  'draft-plan': 'slow',
  'post-plan': 'quick',
  'check-setup': 'quick',
  'draft-task': 'slow',
  'analyse-project': 'slow',
  'dispatch-batch': 'slow',
  'collect-batch': 'quick',
  'regenerate-atom': 'slow',
  'commit-level': 'quick',
  'commit-symbols': 'quick',
  'open-pull-request': 'quick',
  'post-review': 'quick',
  'place-remarks': 'quick',
  'answer-thread': 'quick',
  'absorb-push': 'slow',
  'publish-status': 'quick',
  learn: 'quick',
  'publish-report': 'quick',
};
