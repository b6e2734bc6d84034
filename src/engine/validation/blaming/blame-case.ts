import type { Evidence } from '#domain/verdict/results.ts';
import type { BatchSession } from '#engine/validation/batch-session.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';

const PLACE = /([\w./@+-]+\.(?:[cm]?[jt]sx?|py))[:",]+(?: line )?(\d+)(?::(\d+))?/g;

/**
 * Fails a symbol for a failing case. Where the stack passes through the symbol, the atom of its innermost line there is
 * named; else all of the symbol's atoms.
 */
export function blameCase(blame: {
  session: BatchSession;
  symbol: string;
  target: JudgedCase;
  evidence: Evidence;
}): void {
  const { session, symbol, target, evidence } = blame;
  const atoms = session.facts.atomsOf(symbol);
  const touched = [...target.detail.matchAll(PLACE)].flatMap(([, path = '', line = '0', column = '1']) => {
    const file = atoms.find((atom) => path.endsWith(atom.file))?.file;
    if (file === undefined) return [];
    const place = session.tree.place(file, Number(line), Number(column));
    return atoms
      .filter((atom) => atom.ranges.some(([start, end]) => start <= place.offset && place.offset < end))
      .map((atom) => atom.id);
  });
  session.book.fail(symbol, evidence.check, evidence, touched.slice(0, 1));
}
