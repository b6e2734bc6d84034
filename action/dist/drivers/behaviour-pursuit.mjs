// Goes on from the inputs that have reached something new: each is changed in several places at a time.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { compare } from './behaviour-compare.mjs';
import { duplicate } from './behaviour-copy.mjs';
import { isNews } from './behaviour-coverage.mjs';
import { isFull } from './behaviour-entries.mjs';
import { CALL_MS, withinOneLimit } from './behaviour-outcome.mjs';

const KEPT = 400;
const TOGETHER_MS = 200;
const ASKED_SELDOM = 6;
const MOST_WAITING = 40;

/** Until the function's time is up. */
export function pursue(entry) {
  const { calls, random, variants, corpus, near } = entry;
  if (calls.length === 0) return;
  const seeds = calls.map(({ self, words }) => ({ self, words }));
  isNews();
  const pick = () => {
    const dice = random();
    const from = dice < 0.35 && near.length > 0 ? near : dice < 0.7 && corpus.length > 0 ? corpus : seeds;
    // What was found last has had the least looked at.
    const late = random() < 0.5 ? Math.max(0, from.length - 12) : 0;
    return from[late + Math.floor(random() * (from.length - late))];
  };
  const started = performance.now();
  const before = entry.spent.all;
  const look = createLook(seeds, random);
  const makeInput = () => {
    const seed = pick();
    const words = [...seed.words];
    const length = Math.max(1, words.length, Math.min(entry.arity, 4));
    for (let left = 1 + Math.floor(random() * 4); left > 0; left -= 1) {
      const at = Math.floor(random() * length);
      const other = pick();
      if (random() < 0.2 && at < other.words.length) words[at] = other.words[at];
      else words[at] = variants.pick(variants.wild(words[at], at < other.words.length ? other.words[at] : undefined));
    }
    return { self: random() < 0.8 ? seed.self : pick().self, words };
  };
  let input = null;
  const goOn = () => {
    const until = performance.now() + TOGETHER_MS;
    while (performance.now() < until && !isFull(entry)) {
      input = makeInput();
      const kept = safely(() => duplicate(input));
      if (kept !== null) {
        compare(entry, input, false);
        look(kept);
      } else entry.inputs += 1;
      entry.spent.all = before + performance.now() - started;
    }
  };
  while (!isFull(entry)) {
    if (!withinOneLimit(goOn, TOGETHER_MS + CALL_MS)) compare(entry, input, false);
    entry.spent.all = before + performance.now() - started;
  }
}

/** Asks for news now and then, for asking takes longer than a call: what came in between counts together. */
function createLook(seeds, random) {
  let waiting = [];
  let last = performance.now();
  let took = 0;
  return (input) => {
    waiting.push(input);
    const now = performance.now();
    if (now - last < took * ASKED_SELDOM && waiting.length < MOST_WAITING) return;
    if (isNews())
      for (const one of waiting) {
        if (seeds.length >= KEPT) seeds.splice(Math.floor(random() * KEPT), 1);
        seeds.push(one);
      }
    waiting = [];
    last = performance.now();
    took = last - now;
  };
}

function safely(make) {
  try {
    return make();
  } catch {
    return null;
  }
}
