import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import { symbolPath } from '#domain/build/symbol-path.ts';
import { compareVersions, MODULE_NAME } from '#domain/comparison/compare-versions.ts';
import { chooseMutants } from '#domain/mutation/choose-mutants.ts';
import { findMutants } from '#domain/mutation/find-mutants.ts';
import type { PlannedExport } from '#domain/plan/plan.ts';
import type { ManifestComparison, ManifestMutant } from '#domain/verdict/manifest-trials.ts';
import type { Syntax } from '#ports/syntax.ts';

export interface TrialQuestion {
  readonly project: Project;
  /** Symbols that the batch judges. */
  readonly candidates: ReadonlySet<string>;
  /** Complete candidate texts. */
  readonly files: readonly SourceFile[];
  /** Texts that files had before the run. */
  readonly originals: readonly SourceFile[];
  /** What the plan promises: such symbols are meant to change. */
  readonly exports: readonly PlannedExport[];
  readonly mutantsPerSymbol: number;
}

export interface Trials {
  readonly mutants: ManifestMutant[];
  readonly comparisons: ManifestComparison[];
}

/** Which faults to plant in the candidates, and which of their functions to run beside what they were. */
export function planTrials(syntax: Syntax, question: TrialQuestion): Trials {
  const originals = new Map(question.originals.map((file) => [file.path, file.text]));
  const trials: Trials = { mutants: [], comparisons: [] };
  for (const [place, file] of question.files.entries()) {
    const symbols = question.project.symbols.filter((one) => one.file === file.path && question.candidates.has(one.id));
    if (symbols.length === 0 || syntax.languageOf(file.path) === null) continue;
    const tree = syntax.parse(file);
    trials.mutants.push(...symbols.flatMap((symbol) => mutantsOf(tree, symbol, question.mutantsPerSymbol)));
    const was = originals.get(file.path);
    if (was === undefined) continue;
    const keyOf = (index: number): string => `${place}_${index}`;
    const changed = compareVersions(tree, syntax.parse({ path: file.path, text: was }), keyOf);
    trials.comparisons.push(
      ...changed.flatMap((one) => {
        const symbol = innermost(symbols, one.start, one.end);
        if (symbol === undefined) return [];
        const { start, end, literals, ...rest } = one;
        const where = one.name === MODULE_NAME ? null : { start, end };
        const intended = isPromised(symbol, question.exports);
        return [{ ...rest, symbol: symbol.id, file: file.path, intended, place: where, literals: [...literals] }];
      }),
    );
  }
  return trials;
}

function mutantsOf(tree: SyntaxTree, symbol: ProjectSymbol, count: number): ManifestMutant[] {
  if (symbol.kind !== 'function' && symbol.kind !== 'method') return [];
  return chooseMutants(findMutants(tree, symbol.start, symbol.end), count).map(({ kind, line, start, end, text }) => {
    return { symbol: symbol.id, file: symbol.file, kind, line, edit: { start, end, text } };
  });
}

/** The smallest symbol that holds a function. */
function innermost(symbols: readonly ProjectSymbol[], start: number, end: number): ProjectSymbol | undefined {
  const around = symbols.filter((symbol) => symbol.start <= start && end <= symbol.end);
  return around.toSorted((left, right) => left.end - left.start - (right.end - right.start))[0];
}

/** A method is promised with its class. */
function isPromised(symbol: ProjectSymbol, exports: readonly PlannedExport[]): boolean {
  const path = symbolPath(symbol);
  return exports.some(({ file, name }) => file === symbol.file && (path === name || path.startsWith(`${name}.`)));
}
