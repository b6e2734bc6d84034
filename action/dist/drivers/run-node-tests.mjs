// Loads test files into this one process; node:test runs what they declare and the reporter tells the judge.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
// oxlint-disable-next-line no-restricted-imports -- there is no package.json where this runs
import { takeReporter, takeRequest } from './request.mjs';

const { files, transpile } = takeRequest();
const report = takeReporter();
const say = (message) => process.stdout.write(report(message));

if (transpile !== null) transpileAll(transpile);
for (const file of files) {
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
    });
    process.exitCode = 1;
  }
}

/** Writes the JavaScript of TypeScript sources: what the judge kept, and the rest with the project's own compiler. */
function transpileAll({ ready, sources, options }) {
  for (const { to, text } of ready) {
    mkdirSync(dirname(resolve(to)), { recursive: true });
    writeFileSync(resolve(to), text);
  }
  if (sources.length === 0) return;
  const typescript = createRequire(resolve('package.json'))('typescript');
  for (const { from, to, text } of sources) {
    const { outputText } = typescript.transpileModule(text, {
      compilerOptions: convert(typescript, options, from),
      fileName: resolve(from),
    });
    mkdirSync(dirname(resolve(to)), { recursive: true });
    writeFileSync(resolve(to), outputText);
    say({ emitted: to, text: outputText });
  }
}

function convert(typescript, options, from) {
  // Alone, a file does not tell the compiler what `module: nodenext` means for it: the nearest package.json does.
  const follows = /^node/i.test(String(options.module ?? ''));
  const module = follows ? (isModule(from) ? 'esnext' : 'commonjs') : options.module;
  const kept = {
    ...options,
    ...(module === undefined ? {} : { module, moduleResolution: 'bundler' }),
    inlineSourceMap: true,
    inlineSources: false,
    declaration: false,
    composite: false,
    incremental: false,
  };
  return typescript.convertCompilerOptionsFromJson(kept, process.cwd()).options;
}

function isModule(from) {
  if (/\.[mc]ts$/.test(from)) return from.endsWith('.mts');
  for (let folder = dirname(resolve(from)); ; folder = dirname(folder)) {
    const path = resolve(folder, 'package.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).type === 'module';
    if (folder === dirname(folder)) return false;
  }
}
