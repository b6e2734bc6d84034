// Tells the judge what jest's main process has seen; tested code runs in its workers.
const { relative } = require('node:path');

const { report, decoy } = globalThis[Symbol.for('mge.reporting')]();
const MISTRUST = 'a test that must fail did not, or was left out: nothing that this file reports can be believed';

module.exports = class JudgeReporter {
  root = process.cwd();

  onTestFileResult(_test, { testFilePath, testResults, testExecError, failureMessage }) {
    const file = relative(this.root, testFilePath);
    const tell = (name, outcome, detail, line = null) =>
      report({ file, name, outcome, message: detail.split('\n    at ')[0], detail, line });
    if (testExecError !== undefined && testExecError !== null && testResults.length === 0)
      return tell('(loading the file)', 'failed', failureMessage ?? String(testExecError.message ?? ''));
    let honest = false;
    for (const { ancestorTitles, title, status, failureMessages, location } of testResults) {
      const outcome = status === 'passed' ? 'passed' : status === 'failed' ? 'failed' : 'skipped';
      if (title === decoy) honest = outcome === 'failed';
      else
        tell(
          [...ancestorTitles, title].join(' > '),
          outcome,
          (failureMessages ?? []).join('\n'),
          location?.line ?? null,
        );
    }
    if (!honest) tell('(the whole file)', 'failed', MISTRUST);
  }

  onRunComplete(_contexts, { runExecError }) {
    // The decoys fail: so does the run.
    if (runExecError === undefined || runExecError === null) report({ end: true, status: 1 });
  }
};
