import type { Effect } from '#domain/run/effect.ts';

/** Effects that only show something: the run neither waits for them nor stops when they fail, and a pause lets them through. */
export function isDisplayOnly(effect: Effect): boolean {
  switch (effect.type) {
    case 'react':
    case 'reply':
    case 'publish-status':
    case 'answer-thread':
    case 'answer-order':
    case 'authorize-sender':
    case 'check-label':
    case 'learn':
      return true;
    case 'post-plan':
      return effect.shows === 'progress';
    case 'publish-report':
      return effect.place !== null;
    default:
      return false;
  }
}
