import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** The symbols of a file; an empty list where nothing is known of its language. */
export type Outline = (file: SourceFile) => Promise<readonly Pick<SymbolFacts, 'kind' | 'name' | 'start' | 'end'>[]>;

/** A function, method, class or whole file, as the unit of search. */
export interface Chunk {
  readonly id: string;
  readonly path: string;
  readonly name: string;
  readonly text: string;
}

const LONGEST = 2400;
/** Lines: a constant or a bare signature shows nothing of how things are done here. */
const SHORTEST = 3;

/** The pieces of a file that can be found: its functions and classes (a class without what is long in it), else the file. */
export async function splitIntoChunks(file: SourceFile, outline: Outline): Promise<Chunk[]> {
  const symbols = (await outline(file)).filter(({ kind }) => kind !== 'module');
  const pieces = symbols.length === 0 ? [{ name: '', start: 0, end: file.text.length }] : symbols;
  return pieces.flatMap(({ name, start, end }, index) => {
    const text = wholeLines(file.text, leadStart(file.text, start), end);
    const tells = symbols.length === 0 ? text.trim() !== '' : text.trim().split('\n').length >= SHORTEST;
    return !tells ? [] : [{ id: `${file.path}#${index}`, path: file.path, name, text }];
  });
}

/** Where the comment right above a definition begins: it says what the code does in words that a spec uses too. */
function leadStart(text: string, start: number): number {
  let begin = text.lastIndexOf('\n', start - 1) + 1;
  for (let lines = 0; lines < 12 && begin > 0; lines += 1) {
    const previous = text.lastIndexOf('\n', begin - 2) + 1;
    if (!/^\s*(?:\/\/|\/\*|\*|#)/u.test(text.slice(previous, begin))) break;
    begin = previous;
  }
  return begin;
}

function wholeLines(text: string, start: number, end: number): string {
  const piece = text.slice(start, end);
  if (piece.length <= LONGEST) return piece;
  const cut = piece.lastIndexOf('\n', LONGEST);
  return `${piece.slice(0, cut > LONGEST / 2 ? cut : LONGEST)}\n…`;
}
