// Keeps the code under test from looking into the engine's own memory, where the secret is that makes a report the judge's:
// pictures of the heap, the debugger, and the switches that would bring either back.
import { syncBuiltinESMExports } from 'node:module';
import inspector from 'node:inspector';
import v8 from 'node:v8';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { seal } from './seal.mjs';

const { apply } = Reflect;
// oxlint-disable-next-line typescript/unbound-method -- it is bound here
const includes = Function.prototype.call.bind(String.prototype.includes);
const TELLING = ['native', 'heap', 'inspect', 'snapshot', 'print', 'trace', 'log'];

function refuse() {
  throw new Error('the memory of the process may not be read while tests are judged');
}

function replace(target, replacements) {
  for (const [name, value] of Object.entries(replacements))
    if (typeof target[name] === 'function') {
      target[name] = value;
      seal(target, [name]);
    }
}

const setFlags = v8.setFlagsFromString;
const { binding } = process;
replace(v8, {
  writeHeapSnapshot: refuse,
  getHeapSnapshot: refuse,
  setHeapSnapshotNearHeapLimit: refuse,
  setFlagsFromString(flags) {
    if (typeof flags !== 'string') refuse();
    for (let at = 0; at < TELLING.length; at += 1) if (includes(flags, TELLING[at])) refuse();
    return setFlags(flags);
  },
});
replace(inspector, { open: refuse });
replace(inspector.Session.prototype, { connect: refuse, connectToMainThread: refuse });
replace(process, {
  binding: (name) => (typeof name === 'string' && name !== 'inspector' ? apply(binding, process, [name]) : refuse()),
  _debugProcess: refuse,
});
syncBuiltinESMExports();
