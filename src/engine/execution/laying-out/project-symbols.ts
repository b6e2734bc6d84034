import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { ProjectSymbol } from '#domain/build/project.ts';

/** A file taken apart, with its text. */
export interface TextAtoms {
  readonly text: string;
  readonly parts: FileAtoms;
}

export function withTexts(fileAtoms: readonly FileAtoms[], files: readonly SourceFile[]): Map<string, TextAtoms> {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  return new Map(fileAtoms.map((parts) => [parts.file, { text: texts.get(parts.file) ?? '', parts }]));
}

/**
 * The symbols of a written file. One whose own text stood in the repository before (white space aside) is `existing`; the
 * stub of one that was changed is its body as it was, when its header was kept.
 */
function projectSymbols(file: TextAtoms, before: TextAtoms | undefined, task: string): ProjectSymbol[] {
  const earlier = new Map(before?.parts.symbols.map((facts) => [facts.id, facts]));
  return file.parts.symbols.map((facts) => {
    const old = earlier.get(facts.id);
    const { id, kind, name, signature, start, end, exported } = facts;
    const existing = before !== undefined && old !== undefined && ownText(file, facts) === ownText(before, old);
    const stub = before === undefined || old === undefined ? facts.stub : stubOfChanged(facts, old, before.text);
    return { id, file: facts.file, kind, name, signature, start, end, exported, level: 0, task, existing, stub };
  });
}

/** The symbols of all files of code. */
export function symbolsOfAll(
  code: ReadonlySet<string>,
  written: ReadonlyMap<string, TextAtoms>,
  before: ReadonlyMap<string, TextAtoms>,
  tasks: Readonly<Record<string, string>>,
): ProjectSymbol[] {
  return [...written].flatMap(([path, file]) =>
    code.has(path) ? projectSymbols(file, before.get(path), tasks[path] ?? '') : [],
  );
}

function stubOfChanged(facts: SymbolFacts, old: SymbolFacts, oldText: string): SymbolFacts['stub'] {
  if (facts.stub === null || old.stub === null || facts.signature !== old.signature) return facts.stub;
  return { ...facts.stub, text: oldText.slice(old.stub.start, old.stub.end) };
}

/** A symbol's text without the symbols inside it, white space made one. */
export function ownText(file: TextAtoms, facts: SymbolFacts): string {
  const own = file.parts.atoms.filter((atom) => atom.symbol === facts.id).flatMap((atom) => atom.ranges);
  const ranges = own.length > 0 ? own.toSorted(([left], [right]) => left - right) : [[facts.start, facts.end]];
  return ranges
    .map(([start, end]) => file.text.slice(start, end))
    .join('')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
