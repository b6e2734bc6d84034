import type { EffectType } from '#domain/run/effect.ts';
import type { Lane } from '#ports/job-queue.ts';

/** Slow: asks the model, or reads a whole repository for it. Quick: never waits behind calls to the model, which are many. */
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
  'analyse-project': 'quick',
  'dispatch-batch': 'quick',
  'collect-batch': 'quick',
  'regenerate-atom': 'slow',
  'commit-levels': 'quick',
  'commit-symbols': 'quick',
  'open-pull-request': 'quick',
  'post-review': 'quick',
  'place-remarks': 'quick',
  'answer-thread': 'quick',
  'answer-order': 'quick',
  'absorb-push': 'slow',
  'publish-status': 'quick',
  learn: 'quick',
  'publish-report': 'quick',
};
