// Answers questions about the TypeScript project in the current folder, a JSON line each, with the project's own
// compiler, whose program is kept between them. $1 is the tree as it stands now: files that a question names are read
// from there again. No code of the project is executed here.
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { createInterface } from 'node:readline';
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { createTranspile } from './transpile.mjs';
import { createCheck } from './type-check.mjs';

const tree = process.argv[2];
const ts = loadCompiler();
let settings = null;

const ANSWERS = { project, check: createCheck(ts, tree), transpile: createTranspile(ts) };

for await (const line of createInterface({ input: process.stdin })) {
  const question = JSON.parse(line);
  process.stdout.write(`${JSON.stringify({ id: question.id, ...answer(question) })}\n`);
}

function answer(question) {
  if (ts === null) return { unable: 'the project has no TypeScript compiler that can be asked' };
  try {
    settings ??= readSettings();
    return { value: ANSWERS[question.ask](settings, question) };
  } catch (error) {
    return { unable: String(error?.stack ?? error) };
  }
}

/**
 * The project's compiler; null when there is none, or one without the functions that are needed. Looked up from within
 * node_modules: a project that calls itself "typescript" would otherwise be its own compiler, and be executed.
 */
function loadCompiler() {
  try {
    const found = createRequire(resolve('node_modules/compiler.cjs'))('typescript');
    return typeof found.createSemanticDiagnosticsBuilderProgram === 'function' ? found : null;
  } catch {
    return null;
  }
}

/** tsconfig.json as `tsc -p tsconfig.json --noEmit` takes it. */
function readSettings() {
  const broken = [];
  const overrides = { noEmit: true, incremental: false, composite: false, tsBuildInfoFile: undefined };
  const host = { ...ts.sys, onUnRecoverableConfigFileDiagnostic: (diagnostic) => broken.push(diagnostic) };
  const found = ts.getParsedCommandLineOfConfigFile('tsconfig.json', overrides, host);
  if (found === undefined)
    throw new Error(broken.map((one) => ts.flattenDiagnosticMessageText(one.messageText, '\n')).join('\n'));
  return found;
}

function project({ options, fileNames }) {
  const local = (path) => (path === undefined ? null : relative(process.cwd(), path) || '.');
  return { files: fileNames.map(local), rootDir: local(options.rootDir), outDir: local(options.outDir) };
}
