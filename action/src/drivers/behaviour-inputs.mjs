// Makes inputs up.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { safely } from './behaviour-copy.mjs';
import { compare } from './behaviour-compare.mjs';
import { entries, isFull } from './behaviour-entries.mjs';
import { CALL_MS, pool, withinOneLimit } from './behaviour-outcome.mjs';
import { FUNCTIONS } from './behaviour-objects.mjs';

/** Inputs like one that a test gave. */
export function explore(entry, { self, words }) {
  const { variants, random } = entry;
  const length = Math.min(5, Math.max(words.length, entry.arity, 1));
  const base = Array.from({ length }, (_, at) => words[at]);
  for (let at = 0; at < length; at += 1) {
    for (const option of variants.sample(variants.of(base[at]), 10)) {
      if (isFull(entry)) return;
      compare(
        entry,
        { self, words: at < words.length ? base.with(at, option).slice(0, words.length) : base.with(at, option) },
        false,
      );
    }
  }
  for (let round = 0; round < 6 && !isFull(entry); round += 1) {
    const other = entry.calls[Math.floor(random() * entry.calls.length)];
    const mixed = base.map((word, at) =>
      random() < 0.4
        ? variants.pick(variants.of(word))
        : random() < 0.5 && at < other.words.length
          ? other.words[at]
          : word,
    );
    compare(entry, { self, words: mixed }, false);
  }
  if (self !== null && typeof self === 'object') {
    for (const option of variants.sample(variants.of(self), 4))
      if (option !== null && typeof option === 'object' && !isFull(entry))
        compare(entry, { self: option, words }, false);
  }
}

/** Functions that no test has called: inputs are made up of what other calls were given and of their own literals. */
export function invent() {
  for (const entry of entries.values()) {
    const { variants } = entry;
    const plain = [
      undefined,
      null,
      '',
      'a',
      0,
      1,
      true,
      [],
      {},
      ['a', 'b'],
      { a: 1 },
      ...FUNCTIONS.slice(0, 2),
      ...variants.words,
      ...variants.numbers,
    ];
    const least = entry.calls.length === 0 ? 150 : 40;
    const selves = entry.calls.length === 0 ? instancesFor(entry) : [entry.calls[0].self];
    for (let round = 0; round < least && !isFull(entry); round += 1) {
      const everything = [...pool.values()].flat();
      const words = Array.from({ length: Math.max(1, entry.arity) }, () =>
        everything.length > 0 && entry.random() < 0.6 ? variants.pick(everything) : variants.pick(plain),
      );
      const self = selves.length === 0 ? undefined : variants.pick(selves);
      safely(() => compare(entry, { self, words }, false));
    }
  }
}

/** Objects of the class whose method no test has called: those that tests gave to others, else ones that are made. */
function instancesFor({ owner, variants }) {
  if (typeof owner !== 'function') return [];
  const known = [...pool.values()].flat().filter((value) => value instanceof owner);
  if (known.length > 0) return known;
  const texts = pool.get('string') ?? [];
  const some = () => (texts.length === 0 ? 'a' : variants.pick(texts));
  const made = [];
  for (const words of [[], [some()], [some()], [some(), some()], [1], [{}], [[some()]], [() => true]])
    withinOneLimit(() => {
      try {
        made.push(new owner(...words));
      } catch {
        // It wants other words.
      }
    }, CALL_MS);
  return made;
}
