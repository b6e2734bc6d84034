// What comes of a call.
import { Script } from 'node:vm';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { duplicate } from './behaviour-copy.mjs';
import { heard } from './behaviour-objects.mjs';
import { forget, watch } from './behaviour-see.mjs';
import { shapeOf } from './behaviour-shape.mjs';
import { dropState, openState, settleState } from './behaviour-state.mjs';

export const CALL_MS = 400;
const INCIDENTAL =
  /is not a function|Cannot (?:read|set|write|convert|destructure|use|mix|access|create)|is not defined|is not iterable|not an object|Invalid (?:array|string|count|time|regular|attempt|or unexpected)|is not a constructor|call stack|before initialization|must be|called on|Reduce of empty|undefined|null/;

/** Values met in the tests, by the name of their type. */
export const pool = new Map();

let work = null;
let together = false;
const GO = new Script('globalThis.__mgeGo()');
Object.defineProperty(globalThis, '__mgeGo', { value: () => work() });

/**
 * What a version of a function does with an input: a copy of it, with little time. `features`: where it is kept by which ways
 * it went. `key`: whose kept names are looked at, and put back. `patience`: how many times the time.
 */
export function outcome(version, input, features = null, key = null, patience = 1) {
  const { self, words } = duplicate(input);
  heard.length = 0;
  const state = key === null ? null : openState(key);
  let result;
  const attempt = () => {
    const value = Reflect.apply(version, self, words);
    if (value !== null && typeof value === 'object' && typeof value.then === 'function')
      return { kind: 'later', promise: Promise.resolve(value), after: () => shapeOf({ self, words }) };
    const shape = shapeOf(value, probe);
    const after = shapeOf(heard.length === 0 ? { self, words } : { self, words, heard });
    return { kind: 'returned', shape, after: after + (state === null ? '' : state.tell()) };
  };
  try {
    result = watch(features, together ? attempt : () => limited(attempt, CALL_MS * patience));
  } catch (error) {
    settleState();
    return error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT' ? { kind: 'hangs' } : describeError(error);
  }
  // What goes on later has not done with what it keeps.
  if (result.kind === 'later') dropState();
  else settleState();
  if (result.kind === 'later') result.promise.catch(() => undefined);
  return result;
}

function limited(doing, timeout) {
  work = doing;
  return GO.runInThisContext({ timeout });
}

/**
 * Does some work in which outcomes share one limit of time, since setting one up takes longer than most calls. False: it did not end.
 * The engine leaves at once then: nothing that should follow in the work itself, or at its end, has been done.
 */
export function withinOneLimit(doing, milliseconds) {
  together = true;
  try {
    limited(doing, milliseconds);
    return true;
  } catch (error) {
    if (error?.code !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
    forget();
    settleState();
    return false;
  } finally {
    together = false;
  }
}

export function describeError(error) {
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

/** Whether two outcomes differ in a way that somebody may rely on. */
export function differ(was, now, recorded) {
  if (was.kind !== now.kind) return true;
  if (was.kind === 'returned') return was.shape !== now.shape || was.after !== now.after;
  if (was.kind !== 'threw') return false;
  if (was.explicit && now.explicit) return was.name !== now.name || was.message !== now.message;
  // An error that the project's own code gave is a promise, also where another operation fails in its place.
  if (was.explicit) return true;
  return recorded && !was.explicit && !now.explicit && was.name !== now.name;
}
