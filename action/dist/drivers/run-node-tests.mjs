// Loads test files into this one process; node:test runs what they declare and the reporter tells the judge.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import './note-stubs.mjs';
import { takeReporter, takeRequest } from './request.mjs';
import { begin, end } from './stub-notes.mjs';

const { files, ready } = takeRequest();
const say = takeReporter();

// The JavaScript of TypeScript sources.
for (const { to, text } of ready) {
  mkdirSync(dirname(resolve(to)), { recursive: true });
  writeFileSync(resolve(to), text);
}
for (const file of files) {
  begin(file);
  try {
    await import(pathToFileURL(resolve(file.load)).href);
  } catch (error) {
    const detail = error instanceof Error ? String(error.stack) : '';
    say({
      file: file.report,
      name: '(loading the file)',
      line: null,
      outcome: 'failed',
      message: String(error?.message ?? error),
      detail,
      thrown: end(file),
    });
    process.exitCode = 1;
  } finally {
    end(file);
  }
}
