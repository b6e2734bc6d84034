// Tells the judge what vitest's main process has seen; tested code runs in other processes.
import { relative } from 'node:path';

const { report, decoy } = globalThis[Symbol.for('mge.reporting')]();
const SETUP = '/mge/drivers/vitest-setup.mjs';

/** Outcome and words of a test, from what is final of it. */
function describe(test) {
  const { state, errors = [] } = test.result();
  // A test that is expected to fail proves nothing, however it ends.
  const proves = test.options.fails !== true;
  const outcome = state === 'failed' ? 'failed' : state === 'passed' && proves ? 'passed' : 'skipped';
  return { outcome, ...wordsOf(errors) };
}

function wordsOf(errors) {
  const detail = errors.map((one) => one.stack ?? one.message ?? String(one)).join('\n');
  return { message: String(errors[0]?.message ?? ''), detail };
}

function lineIn(detail, file) {
  const line = Number(new RegExp(`/${file.replaceAll(/[.*+?^$()[\]{}|\\]/g, '\\$&')}:(\\d+)`).exec(detail)?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}

// oxlint-disable-next-line no-default-export -- vitest asks a reporter to be the default export
export default class JudgeReporter {
  told = new Map();
  root = process.cwd();

  onInit(vitest) {
    for (const project of vitest.projects) project.config.setupFiles = [SETUP, ...project.config.setupFiles];
  }

  onTestModuleEnd(module) {
    const file = relative(this.root, module.moduleId);
    const tell = (name, found) => report({ file, name, line: lineIn(found.detail, file), ...found });
    const errors = module.errors();
    if (errors.length > 0) {
      tell('(loading the file)', { outcome: 'failed', ...wordsOf(errors) });
      return;
    }
    let honest = false;
    for (const test of module.children.allTests()) {
      const found = describe(test);
      this.told.set(test.id, found.outcome);
      if (test.name === decoy) honest = found.outcome === 'failed';
      else tell(test.fullName, found);
    }
    if (honest) return;
    const message = 'a test that must fail did not, or was left out: nothing that this file reports can be believed';
    tell('(the whole file)', { outcome: 'failed', message, detail: '' });
  }

  onTestRunEnd(modules, unhandled) {
    const all = modules.flatMap((module) => (module.errors().length > 0 ? [] : [...module.children.allTests()]));
    const steady = all.every((test) => this.told.get(test.id) === describe(test).outcome);
    // The decoys fail: so does the run. Errors that no test is told for make it unfinished.
    if (steady && unhandled.length === 0) report({ end: true, status: 1 });
    for (const one of unhandled) process.stderr.write(`${one.stack ?? one.message}\n`);
  }
}
