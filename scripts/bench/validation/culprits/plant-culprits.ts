import { chooseMutants } from '#domain/mutation/choose-mutants.ts';
import { findMutants } from '#domain/mutation/find-mutants.ts';
import { digest } from '#domain/verdict/stable-message.ts';
import type { Syntax } from '#ports/syntax.ts';
import { readText, type Library } from '#scripts/bench/validation/faults/library.ts';
import type { SuspectSymbol } from '#scripts/bench/validation/culprits/read-suspects.ts';

export interface PlantedEdit {
  readonly symbol: string;
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type CulpritKind = 'one' | 'two' | 'pair';

/** Faults of one story; `pair`: two edits that fail only together. */
export interface Scenario {
  readonly kind: CulpritKind;
  readonly edits: readonly PlantedEdit[];
}

/** Stories of a kind without end, in an order that a digest gives. */
export function* scenarios(
  kind: CulpritKind,
  library: Library,
  suspects: readonly SuspectSymbol[],
  syntax: Syntax,
): Generator<Scenario> {
  const mixed = (salt: string): SuspectSymbol[] =>
    suspects.toSorted((left, right) => digest(salt + left.id).localeCompare(digest(salt + right.id)));
  const firsts = mixed(`${kind} first `);
  const seconds = mixed(`${kind} second `);
  for (const [index, first] of firsts.entries()) {
    const second = seconds[index];
    if (second === undefined || second.id === first.id) continue;
    const edits =
      kind === 'one'
        ? [fault(library, first, syntax)]
        : kind === 'two'
          ? [fault(library, first, syntax), fault(library, second, syntax)]
          : pair(library, first, second);
    const planted = edits.filter((edit) => edit !== null);
    if (planted.length === edits.length && edits.length > 0) yield { kind, edits: planted };
  }
}

function fault(library: Library, { id, file, start, end }: SuspectSymbol, syntax: Syntax): PlantedEdit | null {
  const tree = syntax.parse({ path: file, text: readText(library.folder, file) });
  const [mutant] = chooseMutants(findMutants(tree, start, end), 1);
  return mutant === undefined ? null : { symbol: id, file, start: mutant.start, end: mutant.end, text: mutant.text };
}

const SIGNAL = {
  js: ['globalThis.__pair = 1;', "if (globalThis.__pair === 1) throw new Error('the pair');"],
  py: [
    "__import__('builtins')._pair = 1",
    "if getattr(__import__('builtins'), '_pair', 0): raise ValueError('the pair')",
  ],
} as const;

/** The first leaves a sign as it runs, and the second fails where the sign is. */
function pair(library: Library, first: SuspectSymbol, second: SuspectSymbol): (PlantedEdit | null)[] {
  return [atBody(library, first, 0), atBody(library, second, 1)];
}

function atBody(library: Library, { id, file, stub }: SuspectSymbol, which: 0 | 1): PlantedEdit | null {
  const text = readText(library.folder, file);
  const isPython = file.endsWith('.py');
  const statement = SIGNAL[isPython ? 'py' : 'js'][which];
  if (!isPython)
    return text[stub.start] === '{'
      ? { symbol: id, file, start: stub.start + 1, end: stub.start + 1, text: ` ${statement}` }
      : null;
  const body = stub.start + (/^\s*/.exec(text.slice(stub.start))?.[0].length ?? 0);
  const indent = text.slice(text.lastIndexOf('\n', body - 1) + 1, body);
  return /^\s+$/.test(indent) ? { symbol: id, file, start: body, end: body, text: `${statement}\n${indent}` } : null;
}
