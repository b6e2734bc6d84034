// Compares what two versions of a function do with an input.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { say } from './behaviour-entries.mjs';
import { describeError, differ, outcome } from './behaviour-outcome.mjs';
import { lastSeen } from './behaviour-see.mjs';
import { shapeOf } from './behaviour-shape.mjs';

const KEPT = 400;

export function compare(entry, input, recorded) {
  entry.inputs += 1;
  const known = entry.features.size;
  const was = outcome(entry.was, input, entry.features);
  const seen = lastSeen();
  if (was.kind === 'later') void compareLater(entry, input, was, recorded);
  if (was.kind === 'hangs' || was.kind === 'later') return;
  if (was.kind === 'threw' && !was.explicit && !recorded) return;
  const now = outcome(entry.is, input, new Set());
  if (!differ(was, now, recorded)) {
    if (entry.features.size > known) keep(entry.corpus, input, entry.random);
    if (lastSeen() !== seen) keep(entry.near, input, entry.random);
    return;
  }
  if (differ(was, outcome(entry.was, input), true) || differ(now, outcome(entry.is, input), true)) {
    entry.unsteady += 1;
    return;
  }
  tell(entry, input, was, now, recorded);
}

/** Inputs to go on from: those that came by a new way, and those on which the versions differ inside. */
function keep(inputs, input, random) {
  if (inputs.length < KEPT) inputs.push(input);
  else inputs[Math.floor(random() * KEPT)] = input;
}

async function compareLater(entry, input, first, recorded) {
  const settle = async (one) => {
    try {
      return { ...one, kind: 'returned', shape: shapeOf(await one.promise), after: '' };
    } catch (error) {
      return describeError(error);
    }
  };
  const [was, again] = [await settle(first), await settle(outcome(entry.was, input))];
  const answer = outcome(entry.is, input);
  const now = answer.kind === 'later' ? await settle(answer) : answer;
  if (differ(was, again, true)) entry.unsteady += 1;
  else if (differ(was, now, recorded)) tell(entry, input, was, now, recorded);
}

function tell(entry, { self, words }, was, now, recorded) {
  entry.found += 1;
  const changed = was.kind === 'returned' && now.kind === 'returned' && was.shape === now.shape;
  const text = (one) =>
    (one.kind === 'hangs'
      ? 'it does not end'
      : one.kind === 'threw'
        ? `throws ${one.name}: ${one.message}`
        : changed
          ? `afterwards ${one.after}`
          : one.shape
    ).slice(0, 300);
  const receiver = self === undefined || typeof self !== 'object' ? '' : `this = ${shapeOf(self).slice(0, 120)}; `;
  say({
    kind: 'difference',
    key: entry.key,
    recorded,
    input: `${receiver}${words.map((word) => shapeOf(word).slice(0, 160)).join(', ')}`.slice(0, 500),
    was: text(was),
    now: text(now),
  });
}
