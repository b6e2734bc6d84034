// What the functions under comparison have been given so far.
import { appendFileSync, readFileSync } from 'node:fs';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { createRandom, typeOf } from './behaviour-copy.mjs';
import { pool } from './behaviour-outcome.mjs';
import { createVariants } from './behaviour-values.mjs';

export const settings =
  process.env.MGE_COMPARE === undefined ? {} : JSON.parse(readFileSync(process.env.MGE_COMPARE, 'utf8'));
const POOL = 120;
const PLAIN = new Set(['string', 'number', 'boolean', 'undefined', 'null']);
const SHOWN = 3;

export const entries = new Map();
/** Milliseconds that comparing has taken. */
export const spent = { all: 0 };

/** `versions`: the present one as it is, the earlier one and the present one, both watched. */
export function entryOf(key, versions) {
  const [now, was, is] = versions;
  const known = entries.get(key);
  if (known !== undefined) {
    // The same function of another instance of its module, or another closure: that is the one to run.
    known.now = now;
    known.was = was;
    known.is = is;
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
    is,
    arity: arityOf(now),
    features: new Set(),
    corpus: [],
    near: [],
    calls: [],
    met: 0,
    seen: new Set(),
    inputs: 0,
    // Inputs on which the earlier version did something, and what stood in the way of the last other one.
    told: 0,
    reason: '',
    found: 0,
    unsteady: 0,
    spent: { all: 0 },
    random,
    variants: createVariants({ random, literals, pool }),
  };
  entries.set(key, entry);
  return entry;
}

/** How many parameters a function has, those with values of their own included. */
function arityOf(version) {
  const text = Function.prototype.toString.call(version);
  let [depth, commas] = [0, 0];
  for (const sign of text.slice(text.indexOf('('), text.indexOf('(') + 400)) {
    if ('([{'.includes(sign)) depth += 1;
    if (')]}'.includes(sign)) depth -= 1;
    if (sign === ',' && depth === 1) commas += 1;
    if (depth === 0) break;
  }
  return Math.max(version.length, commas === 0 ? 0 : Math.min(5, commas + 1));
}

export const hasTold = (entry) => entry.found >= SHOWN;

export function isFull(entry) {
  return (
    hasTold(entry) ||
    entry.inputs >= settings.inputs ||
    entry.spent.all > (settings.targetSeconds * 1000) / settings.processes ||
    spent.all > settings.seconds * 1000
  );
}

export function remember(word, depth = 0) {
  const kind = typeOf(word);
  const values = pool.get(kind) ?? [];
  pool.set(kind, values);
  if (values.length < POOL && !(PLAIN.has(kind) && values.includes(word))) values.push(word);
  if (depth < 2 && kind === 'array') for (const item of word.slice(0, 5)) remember(item, depth + 1);
}

export function say(message) {
  appendFileSync(settings.report, `${JSON.stringify(message)}\n`);
}
