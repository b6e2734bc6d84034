// JavaScript of single TypeScript files, as the project's settings want it.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/** Answers with the JavaScript of each source, its source map in it. */
export function createTranspile(ts) {
  return ({ options }, { sources }) =>
    sources.map(({ from, text }) => {
      const compilerOptions = outputOptions(ts, options, from);
      return ts.transpileModule(text, { compilerOptions, fileName: resolve(from) }).outputText;
    });
}

function outputOptions(ts, options, from) {
  // Alone, a file does not tell the compiler what `module: nodenext` means for it: the nearest package.json does.
  const follows = options.module >= ts.ModuleKind.Node16 && options.module <= ts.ModuleKind.NodeNext;
  const module = follows ? (isModule(from) ? ts.ModuleKind.ESNext : ts.ModuleKind.CommonJS) : options.module;
  return {
    ...options,
    ...(module === undefined ? {} : { module, moduleResolution: ts.ModuleResolutionKind.Bundler }),
    rewriteRelativeImportExtensions: true,
    noEmit: false,
    emitDeclarationOnly: false,
    declaration: false,
    sourceMap: false,
    inlineSourceMap: true,
    inlineSources: false,
  };
}

function isModule(from) {
  if (/\.[mc]ts$/.test(from)) return from.endsWith('.mts');
  for (let folder = dirname(resolve(from)); ; folder = dirname(folder)) {
    const path = resolve(folder, 'package.json');
    if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')).type === 'module';
    if (folder === dirname(folder)) return false;
  }
}
