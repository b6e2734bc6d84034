// Goes on with functions that promise, one call after the other.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { duplicate } from './behaviour-copy.mjs';
import { entries, isFull } from './behaviour-entries.mjs';
import { outcome } from './behaviour-outcome.mjs';
import { compareLater, settle } from './behaviour-promised.mjs';
import { createMaker } from './behaviour-pursuit.mjs';
import { unwatch, watchOn } from './behaviour-see.mjs';
import { clock } from './behaviour-time.mjs';

const BREATH = 25;

/** Functions that promise are gone on with one call after the other, until their time is up. */
export async function pursueLater() {
  for (const entry of entries.values()) {
    const maker = entry.isLater === true ? createMaker(entry) : null;
    const started = clock();
    const before = entry.spent.all;
    for (let round = 0; maker !== null && !isFull(entry); round += 1) {
      await goOn(entry, maker);
      entry.spent.all = before + clock() - started;
      if (round % BREATH === 0) await new Promise((resolve) => setImmediate(resolve));
    }
  }
}

async function goOn(entry, maker) {
  entry.inputs += 1;
  const known = entry.features.size;
  try {
    const input = duplicate(maker.make());
    watchOn(entry.features);
    const first = outcome(entry.was, input);
    const was = await settle(first);
    unwatch();
    if (entry.features.size > known) maker.seeds.push(input);
    // Asked again from the start: what came first has been told already.
    if (was.kind !== 'hangs') await compareLater(entry, input, was, false);
  } catch {
    // What cannot be copied is not compared.
  } finally {
    unwatch();
  }
}
