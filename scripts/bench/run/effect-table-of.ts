import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { EffectTable } from '#orchestrator/effect-table.ts';

/** Every effect performed by one function. */
export function effectTableOf(perform: (run: Run, effect: Effect) => Promise<RunEvent>): EffectTable {
  return {
    react: perform,
    reply: perform,
    'authorize-sender': perform,
    'check-label': perform,
    prepare: perform,
    'draft-questions': perform,
    'post-questions': perform,
    'model-requirements': perform,
    'retrieve-patterns': perform,
    'draft-plan': perform,
    'post-plan': perform,
    'check-setup': perform,
    'draft-task': perform,
    'analyse-project': perform,
    'dispatch-batch': perform,
    'collect-batch': perform,
    'regenerate-atom': perform,
    'commit-levels': perform,
    'commit-symbols': perform,
    'open-pull-request': perform,
    'post-review': perform,
    'place-remarks': perform,
    'answer-thread': perform,
    'answer-order': perform,
    'absorb-push': perform,
    'publish-status': perform,
    learn: perform,
    'publish-report': perform,
  };
}
