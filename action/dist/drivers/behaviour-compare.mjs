// Compares what two versions of a function do with an input.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { compareLater } from './behaviour-promised.mjs';
import { differ, outcome } from './behaviour-outcome.mjs';
import { lastSeen } from './behaviour-see.mjs';
import { tell } from './behaviour-tell.mjs';

const KEPT = 400;
// Times as long, before it is said that one of two versions does not end: under load both may be slow by turns.
const PATIENCE = 4;

export function compare(entry, input, recorded) {
  entry.inputs += 1;
  const known = entry.features.size;
  const was = outcome(entry.was, input, entry.features, entry.key);
  const seen = lastSeen();
  if (was.kind === 'later') {
    entry.isLater = true;
    if (entry.features.size > known) keep(entry.corpus, input, entry.random);
    void compareLater(entry, input, was, recorded);
  }
  if (was.kind === 'hangs' || was.kind === 'later') return;
  if (was.kind === 'threw' && !was.explicit) entry.reason = was.message;
  else entry.told += 1;
  if (was.kind === 'threw' && !was.explicit && !recorded) return;
  const now = outcome(entry.is, input, new Set(), entry.key);
  if (!differ(was, now, recorded)) {
    if (entry.features.size > known) keep(entry.corpus, input, entry.random);
    if (lastSeen() !== seen) keep(entry.near, input, entry.random);
    return;
  }
  const patience = entry.found === 0 ? PATIENCE : 1;
  const again = [entry.was, entry.is].map((version) => outcome(version, input, null, entry.key, patience));
  if (differ(was, again[0], true) || differ(now, again[1], true)) {
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
