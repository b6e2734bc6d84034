import type { Moment } from '#test/support/killer.ts';

/** What is one of several things that an effect does outside. Where there is one only, the boundary before settling is the same. */
const WRITES = /\.(?:commit|moveBranch|open|update|review|dispatch|publishChecks)$/;

/** Each life sends more requests, and the report counts them. */
const uncounted = (text: string): string => text.replaceAll(/\| Requests to GitHub \|[^|]*/g, '');

/** Each boundary of an effect, as a name that is the same in every life; null: no boundary. */
function boundary({ call, phase, parameters }: Moment): string | null {
  const [first] = parameters;
  switch (call) {
    case 'outbox.settle':
      return `${phase} settling ${String(first)}`;
    case 'model.complete':
      return phase === 'after' ? `answered ${JSON.stringify(first, ['stage', 'subject', 'attempt'])}` : null;
    default:
      // What was done outside, and the answer never came home.
      return phase === 'after' && WRITES.test(call) ? `${call} ${uncounted(JSON.stringify(parameters))}` : null;
  }
}

/**
 * Kills once at every boundary: work was ordered and nothing is done, something was done outside and its answer is lost,
 * everything was done and not saved, it was saved and nobody was told.
 */
export function onceAtEveryBoundary(): (moment: Moment) => boolean {
  const seen = new Set<string>();
  return (moment) => {
    if (moment.call === 'runStore.advance' && moment.phase === 'after') return Number(moment.answer) > 0;
    const name = boundary(moment);
    if (name === null || seen.has(name)) return false;
    seen.add(name);
    return true;
  };
}

/** Kills at one of so many calls, by a seeded chance; at most so often. */
export function byChance(seed: number, oneOf: number, most: number): (moment: Moment) => boolean {
  let state = seed;
  let left = most;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    if (left === 0 || state % oneOf !== 0) return false;
    left -= 1;
    return true;
  };
}
