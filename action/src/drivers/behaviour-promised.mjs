// Compares what two versions of a function promise.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { isFull } from './behaviour-entries.mjs';
import { CALL_MS, describeError, differ, outcome } from './behaviour-outcome.mjs';
import { shapeOf } from './behaviour-shape.mjs';
import { tell } from './behaviour-tell.mjs';

/** What is promised, once it has come; a promise that is kept late, or never, tells nothing. */
export async function settle(one) {
  if (one.kind !== 'later') return one;
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(() => resolve(null), CALL_MS);
  });
  try {
    const given = await Promise.race([one.promise.then((value) => ({ value })), late]);
    if (given === null) return { kind: 'hangs' };
    return { kind: 'returned', shape: shapeOf(given.value), after: one.after() };
  } catch (error) {
    return describeError(error);
  } finally {
    clearTimeout(timer);
  }
}

export async function compareLater(entry, input, first, recorded) {
  const was = await settle(first);
  if (was.kind === 'returned' || was.explicit === true) entry.told += 1;
  if (was.kind === 'hangs' || (was.kind === 'threw' && !was.explicit && !recorded)) return;
  const now = await settle(outcome(entry.is, input));
  if (!differ(was, now, recorded) || now.kind === 'hangs') return;
  const again = [await settle(outcome(entry.was, input)), await settle(outcome(entry.is, input))];
  if (differ(was, again[0], true) || differ(now, again[1], true)) entry.unsteady += 1;
  else if (!isFull(entry)) tell(entry, input, was, now, recorded);
}
