// Runs the earlier and the present version of functions side by side, on the inputs that tests give them and on ones like
// them. Loaded before anything of the project; the functions' texts were laid out so that their calls come by here.
import { appendFileSync, readFileSync } from 'node:fs';
import { Script } from 'node:vm';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { createRandom, createVariants, duplicate, FUNCTIONS, shapeOf, typeOf } from './behaviour-values.mjs';

const settings = process.env.MGE_COMPARE === undefined ? {} : JSON.parse(readFileSync(process.env.MGE_COMPARE, 'utf8'));
const KEPT = 50;
const POOL = 120;
const SHOWN = 3;
const CALL_MS = 400;
const INCIDENTAL =
  /is not a function|Cannot (?:read|set|convert|destructure|use|mix|access|create)|is not defined|is not iterable|not an object|Invalid (?:array|string|count|time|regular|attempt|or unexpected)|is not a constructor|call stack|before initialization|must be|called on|Reduce of empty|undefined|null/;

const entries = new Map();
const pool = new Map();
let busy = false;
let spent = 0;
let work = null;
const GO = new Script('globalThis.__mgeGo()');
Object.defineProperty(globalThis, '__mgeGo', { value: () => work() });

function entryOf(key, now, was) {
  const known = entries.get(key);
  if (known !== undefined) {
    // The same function of another instance of its module, or another closure: that is the one to run.
    known.now = now;
    known.was = was;
    return known;
  }
  const target = settings.targets?.[key];
  if (target === undefined) return null;
  const random = createRandom(target.seed);
  const literals = target.literals;
  const entry = {
    key,
    now,
    was,
    calls: [],
    seen: new Set(),
    inputs: 0,
    found: 0,
    unsteady: 0,
    spent: 0,
    random,
    variants: createVariants({ random, literals, pool }),
  };
  entries.set(key, entry);
  return entry;
}

function run(key, self, words, target, now, was) {
  const given = [...words];
  if (!busy && target === undefined) observe(key, self, given, now, was);
  return target === undefined
    ? Reflect.apply(now, self, given)
    : Reflect.construct(now, given, target === undefined ? now : target);
}

function pair(key, now, was) {
  offer(key, now, was);
  // An arrow function has no prototype and cannot be made an object with `new`.
  const wrapped = function (...words) {
    return new.target === undefined
      ? run(key, this, words, undefined, now, was)
      : Reflect.construct(now, words, new.target === wrapped ? now : new.target);
  };
  Object.defineProperty(wrapped, 'name', { value: now.name, configurable: true });
  Object.defineProperty(wrapped, 'length', { value: now.length, configurable: true });
  if (now.prototype !== undefined) wrapped.prototype = now.prototype;
  return wrapped;
}

function offer(key, now, was) {
  entryOf(key, now, was);
}

function observe(key, self, given, now, was) {
  const entry = entryOf(key, now, was);
  if (entry === null || entry.calls.length >= KEPT || spent > settings.seconds * 1000) return;
  busy = true;
  const started = performance.now();
  try {
    const copy = { self: duplicate(self), words: duplicate(given) };
    const shape = shapeOf(copy);
    if (entry.seen.has(shape)) return;
    entry.seen.add(shape);
    entry.calls.push(copy);
    for (const word of copy.words) remember(word);
    compare(entry, copy, true);
    explore(entry, copy);
  } catch {
    // What cannot be copied is not compared.
  } finally {
    busy = false;
    const took = performance.now() - started;
    spent += took;
    entry.spent += took;
  }
}

function remember(word, depth = 0) {
  const kind = typeOf(word);
  const values = pool.get(kind) ?? [];
  pool.set(kind, values);
  if (values.length < POOL) values.push(word);
  if (depth < 2 && kind === 'array') for (const item of word.slice(0, 5)) remember(item, depth + 1);
}

/** Inputs like one that a test gave. */
function explore(entry, { self, words }) {
  const { variants, random } = entry;
  const length = Math.min(5, Math.max(words.length, entry.now.length, 1));
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

function isFull(entry) {
  return (
    entry.found >= SHOWN ||
    entry.inputs >= settings.inputs ||
    entry.spent > settings.targetSeconds * 1000 ||
    spent > settings.seconds * 1000
  );
}

/** Functions that no test has called: inputs are made up of what other calls were given and of their own literals. */
function invent() {
  busy = true;
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
    const started = performance.now();
    const least = entry.calls.length === 0 ? 150 : 40;
    for (let round = 0; round < least && !isFull(entry); round += 1) {
      const everything = [...pool.values()].flat();
      const words = Array.from({ length: Math.max(1, entry.now.length) }, () =>
        everything.length > 0 && entry.random() < 0.6 ? variants.pick(everything) : variants.pick(plain),
      );
      const self = entry.calls[0]?.self;
      compare(entry, { self, words }, false);
      entry.spent += (performance.now() - started) / 8;
    }
  }
  busy = false;
}

function compare(entry, input, recorded) {
  entry.inputs += 1;
  const was = outcome(entry.was, input);
  if (was.kind === 'hangs' || was.kind === 'later')
    return was.kind === 'later' ? compareLater(entry, input, was, recorded) : undefined;
  if (was.kind === 'threw' && !was.explicit && !recorded) return undefined;
  const now = outcome(entry.now, input);
  if (!differ(was, now, recorded)) return undefined;
  if (differ(was, outcome(entry.was, input), true) || differ(now, outcome(entry.now, input), true)) {
    entry.unsteady += 1;
    return undefined;
  }
  return tell(entry, input, was, now, recorded);
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
  const answer = outcome(entry.now, input);
  const now = answer.kind === 'later' ? await settle(answer) : answer;
  if (differ(was, again, true)) entry.unsteady += 1;
  else if (differ(was, now, recorded)) tell(entry, input, was, now, recorded);
}

function outcome(version, input) {
  const { self, words } = duplicate(input);
  let result;
  work = () => {
    const value = Reflect.apply(version, self, words);
    if (value !== null && typeof value === 'object' && typeof value.then === 'function')
      return { kind: 'later', promise: Promise.resolve(value) };
    return { kind: 'returned', shape: shapeOf(value, probe), after: shapeOf({ self, words }) };
  };
  try {
    result = GO.runInThisContext({ timeout: CALL_MS });
  } catch (error) {
    return error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? { kind: 'hangs' } : describeError(error);
  }
  if (result.kind === 'later') result.promise.catch(() => undefined);
  return result;
}

function describeError(error) {
  const isError = error !== null && typeof error === 'object' && 'message' in error;
  const name = isError ? error.name : typeof error;
  const message = isError ? String(error.message) : shapeOf(error);
  const builtin = ['TypeError', 'ReferenceError', 'RangeError', 'SyntaxError', 'URIError'].includes(name);
  return { kind: 'threw', name, message, explicit: !(builtin && INCIDENTAL.test(message)) };
}

/** What a function that was given as a result does with a few inputs. */
function probe(version) {
  const strings = (pool.get('string') ?? []).slice(0, 10);
  return `{${[...strings, undefined, 1]
    .map((word) => {
      try {
        return shapeOf(version(duplicate(word)));
      } catch (error) {
        return `throws ${error?.name}`;
      }
    })
    .join('; ')}}`;
}

function differ(was, now, recorded) {
  if (was.kind !== now.kind) return true;
  if (was.kind === 'returned') return was.shape !== now.shape || was.after !== now.after;
  if (was.kind !== 'threw') return false;
  if (was.explicit && now.explicit) return was.name !== now.name || was.message !== now.message;
  return recorded && !was.explicit && !now.explicit && was.name !== now.name;
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

function say(message) {
  appendFileSync(settings.report, `${JSON.stringify(message)}\n`);
}

function finish() {
  invent();
  for (const { key, inputs, unsteady } of entries.values()) say({ kind: 'compared', key, inputs, unsteady });
  entries.clear();
}

if (settings.targets !== undefined) {
  const guide = Object.freeze({ run, pair, offer, finish });
  Object.defineProperty(globalThis, '__mge', { value: guide });
  process.once('exit', finish);
}
