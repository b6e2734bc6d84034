// In a worker of a test runner: only the runner's own code, which nobody can change, talks to the process that reports.

const { captureStackTrace } = Error;
const { apply } = Reflect;
const RUNNER = /^(?:file:\/\/)?\/[^:]*\/node_modules\/(?:vitest|tinypool|jest-worker|jest-circus|jest-runner|@jest)\//;
const send = process.send;
const sendRaw = process._send;
let sending = false;

/** Files of the two innermost callers, told by the engine whatever was put in the place of its stack traces. */
function isFromRunner(inner) {
  const { prepareStackTrace, stackTraceLimit } = Error;
  Error.stackTraceLimit = 1;
  Error.prepareStackTrace = (_error, sites) => String(sites[0]?.getFileName() ?? '');
  const holder = {};
  captureStackTrace(holder, inner);
  const file = holder.stack;
  Error.prepareStackTrace = prepareStackTrace;
  Error.stackTraceLimit = stackTraceLimit;
  return RUNNER.test(file);
}

function guarded(...words) {
  if (!isFromRunner(guarded)) throw new TypeError('this channel belongs to the test runner');
  sending = true;
  try {
    return apply(send, process, words);
  } finally {
    sending = false;
  }
}

function guardedRaw(...words) {
  if (!sending) throw new TypeError('this channel belongs to the test runner');
  return apply(sendRaw, process, words);
}

/** A copy of `process`, as jest gives to tests, may have what it likes. */
function fix(name, value) {
  Object.defineProperty(process, name, {
    configurable: false,
    enumerable: true,
    get: () => value,
    set(replacement) {
      if (this === process) throw new TypeError('this channel belongs to the test runner');
      Object.defineProperty(this, name, { value: replacement, writable: true, configurable: true });
    },
  });
}

if (send !== undefined) {
  fix('send', guarded);
  fix('_send', guardedRaw);
}
