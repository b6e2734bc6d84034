// Runs the earlier and the present version of functions side by side, on the inputs that tests give them and on ones like
// them. Loaded before anything of the project; the functions' texts were laid out so that their calls come by here.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { compare } from './behaviour-compare.mjs';
import { duplicate } from './behaviour-copy.mjs';
import { watchCoverage } from './behaviour-coverage.mjs';
import { entries, entryOf, hasTold, remember, say, settings, spent } from './behaviour-entries.mjs';
import { explore, invent } from './behaviour-inputs.mjs';
import { pursueLater } from './behaviour-later.mjs';
import { pursue } from './behaviour-pursuit.mjs';
import { see } from './behaviour-see.mjs';
import { shapeOf } from './behaviour-shape.mjs';
import { keep } from './behaviour-state.mjs';
import { clock, shareOut, startWatch } from './behaviour-time.mjs';
import { toldIn } from './behaviour-told.mjs';

const KEPT = 50;
// Calls of a function that are looked at: the first ones are of the first tests only.
const LOOKED = 2000;

let busy = false;

function run(key, self, words, target, ...versions) {
  const [now] = versions;
  const given = [...words];
  if (!busy && target === undefined) observe(key, self, given, versions);
  return target === undefined
    ? Reflect.apply(now, self, given)
    : Reflect.construct(now, given, target === undefined ? now : target);
}

/** `was`, `is`: give both versions, watched, when they are asked. */
function pair(key, now, was, is) {
  const versions = [now, was(), is()];
  offer(key, ...versions);
  // An arrow function has no prototype and cannot be made an object with `new`.
  const wrapped = function (...words) {
    return new.target === undefined
      ? run(key, this, words, undefined, ...versions)
      : Reflect.construct(now, words, new.target === wrapped ? now : new.target);
  };
  Object.defineProperty(wrapped, 'name', { value: now.name, configurable: true });
  Object.defineProperty(wrapped, 'length', { value: now.length, configurable: true });
  if (now.prototype !== undefined) wrapped.prototype = now.prototype;
  return wrapped;
}

function offer(key, ...versions) {
  entryOf(key, versions);
}

/** A class as it is defined; `names`: what the versions of its method are called there. */
function meet(key, owner, isStatic, ...names) {
  const home = isStatic ? owner : owner.prototype;
  const entry = entryOf(
    key,
    names.map((name) => home[name]),
  );
  if (entry !== null && !isStatic) entry.owner = owner;
}

function observe(key, self, given, versions) {
  const entry = entryOf(key, versions);
  if (entry === null || entry.met >= LOOKED || spent.all > settings.seconds * 1000) return;
  entry.met += 1;
  busy = true;
  const [began, watch] = [clock(), startWatch()];
  try {
    const copy = { self: duplicate(self), words: duplicate(given) };
    const shape = shapeOf(copy);
    if (entry.seen.has(shape)) return;
    entry.seen.add(shape);
    const isEarly = entry.calls.length < KEPT;
    const place = isEarly ? entry.calls.length : Math.floor(entry.random() * entry.seen.size);
    if (place < KEPT) entry.calls[place] = copy;
    for (const word of copy.words) remember(word);
    if (!hasTold(entry)) compare(entry, copy, true);
    if (isEarly) explore(entry, copy);
  } catch {
    // What cannot be copied is not compared.
  } finally {
    busy = false;
    spent.all += clock() - began;
    entry.spent.all += watch();
  }
}

function finish() {
  busy = true;
  invent();
  shareOut(pursue);
  for (const { key, inputs, unsteady, told, reason } of entries.values())
    if (told > 0 || inputs === 0) say({ kind: 'compared', key, inputs, unsteady });
    else say({ kind: 'skipped', key, reason: `it could be run with no input: ${reason}`.slice(0, 300) });
  entries.clear();
}

/** Where the process can still wait: what promises is gone on with before all else is finished. */
async function finishSlowly() {
  busy = true;
  invent();
  await pursueLater();
  finish();
}

Object.defineProperty(globalThis, '__mgeSee', { value: see });
if (settings.targets !== undefined) {
  watchCoverage();
  for (const word of toldIn(settings.tests ?? [])) remember(word);
  const guide = Object.freeze({ run, pair, offer, meet, keep, finish: finishSlowly });
  Object.defineProperty(globalThis, '__mge', { value: guide });
  process.once('beforeExit', () => void finishSlowly());
  process.once('exit', finish);
}
