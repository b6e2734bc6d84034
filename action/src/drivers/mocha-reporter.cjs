// Tells the judge what mocha finds. Mocha loads it before any test file; both share one process, so mocha is sealed here.
const { createRequire } = require('node:module');
const { EventEmitter } = require('node:events');
const { relative } = require('node:path');

const { report, decoy } = globalThis[Symbol.for('mge.reporting')]();
const { bodyOf, keepBodies } = require('./mocha-bodies.cjs');
const { seal } = require('./seal.mjs');
const { begin, end } = require('./stub-notes.mjs');
const mocha = createRequire(process.argv[1]);

const named = (one) => Object.getOwnPropertyNames(one).filter((name) => name !== 'constructor');
for (const kind of ['Runner', 'Runnable', 'Test', 'Hook', 'Suite', 'Context'])
  try {
    const loaded = mocha(`../lib/${kind.toLowerCase()}.js`);
    // From mocha 12 on they are ES modules.
    const { prototype } = loaded[kind] ?? loaded.default ?? loaded;
    keepBodies(kind, prototype);
    seal(
      prototype,
      named(prototype).filter((name) => typeof Object.getOwnPropertyDescriptor(prototype, name).value === 'function'),
    );
  } catch (error) {
    if (error.code !== 'MODULE_NOT_FOUND') throw error;
  }
seal(EventEmitter.prototype, ['emit', 'on', 'once', 'addListener']);

function lineIn(stack, file) {
  const at = stack.split('\n').find((line) => line.includes(`/${file}:`));
  const line = Number(/:(\d+):\d+\)?$/.exec(at ?? '')?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}

module.exports = class JudgeReporter {
  constructor(runner) {
    const root = process.cwd();
    let failures = 0;
    let honest = false;
    const files = new Set();
    const tell = (test, outcome, error) => {
      const file = relative(root, test.file ?? '');
      const detail = String(error?.stack ?? '');
      const thrown = end('test');
      if (test.title === decoy) honest = outcome === 'failed';
      else {
        files.add(file);
        const line = lineIn(detail, file);
        report({ file, name: test.fullTitle(), line, outcome, message: String(error?.message ?? ''), detail, thrown });
      }
    };
    runner.on('test', () => begin('test'));
    runner.on('pass', (test) => {
      const body = bodyOf(test);
      if (body?.ran === true && !body.failed) tell(test, 'passed');
      else tell(test, 'failed', new Error('the test did not run as it is written'));
    });
    runner.on('pending', (test) => tell(test, 'skipped'));
    runner.on('fail', (test, error) => {
      failures += 1;
      tell(test, 'failed', error);
    });
    runner.on('end', () => {
      const message = 'a test that must fail did not, or was left out: nothing that this run reports can be believed';
      const lie = { name: '(the whole file)', line: null, outcome: 'failed', message, detail: '', thrown: [] };
      for (const file of honest ? [] : files) report({ file, ...lie });
      report({ end: true, status: Math.min(failures, 255) });
    });
  }
};
