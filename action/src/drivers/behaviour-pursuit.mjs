// Goes on from the inputs that have reached something new: each is changed in several places at a time.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { compare } from './behaviour-compare.mjs';
import { duplicate, safely } from './behaviour-copy.mjs';
import { isNews } from './behaviour-coverage.mjs';
import { isFull } from './behaviour-entries.mjs';
import { CALL_MS, withinOneLimit } from './behaviour-outcome.mjs';
import { clock, startWatch } from './behaviour-time.mjs';

const KEPT = 400;
const TOGETHER_MS = 200;
const ASKED_SELDOM = 6;
const MOST_WAITING = 40;

/** Makes inputs up from those that reached something new; null where nothing is known to go on from. */
export function createMaker(entry) {
  const { calls, random, variants, corpus, near } = entry;
  // Where no test calls it: what was made up, and did not fail at once.
  const seeds = (calls.length > 0 ? calls : corpus).map(({ self, words }) => ({ self, words }));
  if (seeds.length === 0) return null;
  const pick = () => {
    const dice = random();
    const from = dice < 0.35 && near.length > 0 ? near : dice < 0.7 && corpus.length > 0 ? corpus : seeds;
    // What was found last has had the least looked at.
    const late = random() < 0.5 ? Math.max(0, from.length - 12) : 0;
    return from[late + Math.floor(random() * (from.length - late))];
  };
  const makeWord = (words, at, other) => {
    const beside = words.length > 1 && random() < 0.1 ? variants.pick(words) : undefined;
    if (random() < 0.2 && at < other.words.length) return other.words[at];
    // What compares two things is told most by things that are almost the same.
    if (beside !== undefined) return random() < 0.3 ? beside : variants.pick(variants.wild(beside, undefined));
    return variants.pick(variants.wild(words[at], at < other.words.length ? other.words[at] : undefined));
  };
  const makeSelf = (self) => {
    if (self === null || typeof self !== 'object' || random() > (entry.arity === 0 ? 0.7 : 0.25)) return self;
    const changed = variants.pick(variants.wild(self, undefined));
    return changed === null || typeof changed !== 'object' ? self : changed;
  };
  const make = () => {
    const seed = pick();
    const words = [...seed.words];
    const length = Math.max(1, words.length, Math.min(entry.arity, 4));
    for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
      const at = Math.floor(random() * length);
      words[at] = makeWord(words, at, pick());
    }
    return { self: makeSelf(random() < 0.8 ? seed.self : pick().self), words };
  };
  return { seeds, make };
}

/** Until the function's time is up, or the clock of this process says `end`. */
export function pursue(entry, end) {
  const maker = createMaker(entry);
  if (maker === null) return;
  isNews();
  const watch = startWatch();
  const before = entry.spent.all;
  const look = createLook(maker.seeds, entry.random);
  let input = null;
  const goOn = () => {
    const until = clock() + TOGETHER_MS;
    while (clock() < until && !isFull(entry)) {
      const made = safely(() => maker.make());
      const kept = made === null ? null : safely(() => duplicate(made));
      if (kept === null) entry.inputs += 1;
      else {
        input = made;
        safely(() => compare(entry, made, false));
        look(kept);
      }
    }
  };
  while (!isFull(entry) && clock() < end) {
    if (!withinOneLimit(goOn, TOGETHER_MS + CALL_MS) && input !== null) safely(() => compare(entry, input, false));
    entry.spent.all = before + watch();
  }
}

/** Asks for news now and then, for asking takes longer than a call: what came in between counts together. */
function createLook(seeds, random) {
  let waiting = [];
  let last = clock();
  let took = 0;
  return (input) => {
    waiting.push(input);
    const now = clock();
    if (now - last < took * ASKED_SELDOM && waiting.length < MOST_WAITING) return;
    if (isNews())
      for (const one of waiting) {
        if (seeds.length >= KEPT) seeds.splice(Math.floor(random() * KEPT), 1);
        seeds.push(one);
      }
    waiting = [];
    last = clock();
    took = last - now;
  };
}
