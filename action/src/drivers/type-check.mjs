// A type check whose program is kept from one tree of a project to the next.
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Of what the compiler calls unnecessary, this alone has a flag of its own. */
const UNUSED_LABEL = 7028;

/** `tree`: where the files that a question names are read anew. */
export function createCheck(ts, tree) {
  const texts = new Map();
  const parsed = new Map();
  let builder;
  let version = 0;

  /** The diagnostics of `tsc --noEmit`, in its order and words. `stubbed`: without those about what is unused. */
  function check(settings, { files, stubbed }) {
    refresh(files);
    const { options, fileNames, projectReferences } = settings;
    const broken = ts.getConfigFileParsingDiagnostics(settings);
    const host = compilerHost(options);
    builder = ts.createSemanticDiagnosticsBuilderProgram(fileNames, options, host, builder, broken, projectReferences);
    const found = ts.sortAndDeduplicateDiagnostics(diagnose(builder, options, stubbed));
    const passed = found.every((one) => one.category !== ts.DiagnosticCategory.Error);
    return { passed, output: ts.formatDiagnostics(found, FORMAT) };
  }

  function refresh(files) {
    for (const file of files) {
      const path = resolve(tree, file);
      if (existsSync(path)) texts.set(resolve(file), readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    }
  }

  function compilerHost(options) {
    const host = ts.createIncrementalCompilerHost(options);
    const readFile = (path) => texts.get(path) ?? ts.sys.readFile(path);
    const getSourceFile = (path, languageVersion) => {
      const text = readFile(path);
      if (text === undefined) return undefined;
      const known = parsed.get(path);
      if (known?.text === text) return known;
      const file = ts.createSourceFile(path, text, languageVersion, false);
      // What tells two texts of a file apart; a text that is back is another one.
      file.version = String((version += 1));
      parsed.set(path, file);
      return file;
    };
    // As `tsc` does: comments matter here only where they carry types.
    const jsDocParsingMode = ts.JSDocParsingMode?.ParseForTypeErrors;
    return { ...host, readFile, getSourceFile, jsDocParsingMode };
  }
  return check;
}

const FORMAT = {
  getCurrentDirectory: () => process.cwd(),
  getCanonicalFileName: (path) => path,
  getNewLine: () => '\n',
};

/** Each kind of diagnostic is asked for only where the ones before it are clean, as `tsc` does it. */
function diagnose(program, options, stubbed) {
  const wanted = (one) => !stubbed || !one.reportsUnnecessary || one.code === UNUSED_LABEL;
  const found = [...program.getConfigFileParsingDiagnostics()];
  const before = found.length;
  found.push(...program.getSyntacticDiagnostics());
  if (found.length > before) return found;
  found.push(...program.getOptionsDiagnostics(), ...program.getGlobalDiagnostics());
  if (found.length > before) return found;
  found.push(...program.getSemanticDiagnostics().filter(wanted));
  if (found.length > before || !options.declaration) return found;
  return [...found, ...program.getDeclarationDiagnostics()];
}
