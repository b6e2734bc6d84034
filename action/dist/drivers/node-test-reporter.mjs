// A node:test reporter that tells the judge each test's outcome, a line each.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { takeThrown } from './note-stubs.mjs';
import { takeReporter } from './request.mjs';

const report = takeReporter();

// What is reported goes out at once; nothing is yielded, for a stream of the tested code's making could change it.
// oxlint-disable-next-line require-yield, no-default-export -- node asks a reporter to be the default export
export default async function* reporter(source) {
  const path = [];
  for await (const { type, data } of source) {
    if (type === 'test:start') {
      path.length = data.nesting;
      path[data.nesting] = data.name;
    }
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (data.details?.type === 'suite' && type === 'test:pass') continue;
    // A suite (or a test with subtests) that fails only because of what is inside it says nothing new.
    if (data.details?.error?.failureType === 'subtestsFailed') continue;
    const name = [...path.slice(0, data.nesting), data.name].join(' > ');
    const skipped = data.skip !== undefined && data.skip !== false;
    const todo = data.todo !== undefined && data.todo !== false;
    const outcome = skipped || todo ? 'skipped' : type === 'test:pass' ? 'passed' : 'failed';
    const thrown = takeThrown(name);
    const place = { file: fileOf(data.file), line: data.line ?? null };
    report({ ...place, name, outcome, thrown, ...describe(data.details?.error) });
  }
  report({ end: true });
}

function fileOf(file) {
  if (typeof file !== 'string') return '';
  return relative(process.cwd(), file.startsWith('file:') ? fileURLToPath(file) : file);
}

function describe(error) {
  if (error === undefined || error === null) return { message: '', detail: '' };
  const cause = error.cause ?? error;
  if (typeof cause !== 'object') return { message: String(cause), detail: '' };
  const values =
    'expected' in cause || 'actual' in cause
      ? `\nexpected: ${show(cause.expected)}\nactual: ${show(cause.actual)}`
      : '';
  return { message: String(cause.message ?? cause), detail: `${String(cause.stack ?? '')}${values}` };
}

function show(value) {
  try {
    return (
      JSON.stringify(value, (_key, inner) => (typeof inner === 'bigint' ? `${inner}n` : inner))?.slice(0, 500) ??
      String(value)
    );
  } catch {
    return '(cannot be shown)';
  }
}
