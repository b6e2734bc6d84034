// Notes which stubs were thrown while a test ran, whatever became of the error: code that catches it fails in its own words.

const STUB = /^mge: not generated yet: (\S+)$/;
/** Stubs thrown since a test (or the loading of a file) began, for each that has not ended. */
const open = new Map();

export function begin(key) {
  open.set(key, new Set());
}

export function end(key) {
  const thrown = [...(open.get(key) ?? [])];
  open.delete(key);
  return thrown;
}

function note(message) {
  const symbol = STUB.exec(String(message))?.[1];
  if (symbol !== undefined) for (const thrown of open.values()) thrown.add(symbol);
}

function construct(target, words, newTarget) {
  if (typeof words[0] === 'string') note(words[0]);
  const made = Reflect.construct(target, words, newTarget);
  // Stacks begin where they would without this: after the class that was made, else after this function.
  target.captureStackTrace(made, newTarget === target || newTarget === noting ? construct : newTarget);
  return made;
}

function apply(target, _self, words) {
  const made = construct(target, words, target);
  target.captureStackTrace(made, apply);
  return made;
}

const noting = new Proxy(Error, { construct, apply });
Error.prototype.constructor = noting;
globalThis.Error = noting;
