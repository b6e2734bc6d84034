import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import type { EffectTable } from '#orchestrator/effect-table.ts';
import type { Step } from '#ports/run-store.ts';
import { repository, spec } from '#test/support/run-samples.ts';
import { effectDone, noting, prepare, publishStatus } from '#test/support/store-samples.ts';

/** An event from outside for issue `number`; any number of them may be submitted, in any order. */
export function replied(number: number, text: string): RunEvent {
  const place = { kind: 'issue', number, commentId: 1 } as const;
  return { type: 'replied', repository, sender: spec.author, text, place };
}

/**
 * A small state machine whose end does not depend on the order of its events: it writes down each event's key, and each
 * event from outside orders two generations of effects and a status.
 */
export function toyTransition(start: (number?: number) => Run, number: number): Step {
  function order(key: string): Effect[] {
    const depth = key.split('/done').length - 1;
    if (key.includes('status') || depth > 1) return [];
    return [prepare(`${key}+a`), prepare(`${key}+b`), publishStatus(`${key}+status`)];
  }
  const step = noting(order);
  return (run, stored) => step(run ?? start(number), stored);
}

/** Performs every type of effect with one function. */
export function sameForAll(perform: (run: Run, effect: Effect) => Promise<RunEvent>): EffectTable {
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

export const doneAtOnce = sameForAll((_run, effect) => Promise.resolve(effectDone(effect.key)));
