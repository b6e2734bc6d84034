import { spliceRange } from '#domain/atom/splice.ts';
import { atomSpan } from '#domain/build/atom-span.ts';
import type { ProjectAtom } from '#domain/build/project.ts';

/** A new text for an atom of a file. */
export interface AtomText {
  readonly atom: string;
  readonly text: string;
}

/**
 * A file's text with new texts for some of its atoms, children included. Of two that overlap (a class and its method), the
 * outer one is taken.
 */
export function spliceReplacements(
  text: string,
  atoms: readonly ProjectAtom[],
  replacements: readonly AtomText[],
): string {
  const spans = replacements.flatMap((replacement) => {
    const span = atomSpan(replacement.atom, atoms);
    return span === null ? [] : [keepComment(text, span, replacement.text)];
  });
  const outer = spans.filter(
    (span) =>
      !spans.some(
        (other) =>
          other !== span && holds(other, span) && (!holds(span, other) || spans.indexOf(other) > spans.indexOf(span)),
      ),
  );
  // From the end of the file, so that earlier places stay where they are.
  return outer
    .toSorted((left, right) => right.start - left.start)
    .reduce((whole, { start, end, text: fresh }) => spliceRange(whole, start, end, fresh), text);
}

function holds(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

const COMMENT = /^\s*(?:\/\*[\s\S]*?\*\/|(?:(?:\/\/|#)[^\n]*\n\s*)*(?:\/\/|#)[^\n]*)\s*\n[ \t]*/;

/** A comment that stands before the code of an atom stays when the new text brings none. */
function keepComment(
  text: string,
  [start, end]: [number, number],
  fresh: string,
): { start: number; end: number; text: string } {
  const comment = COMMENT.exec(text.slice(start, end))?.[0] ?? '';
  const brings = COMMENT.test(fresh);
  const indent = /[ \t]*$/.exec(comment)?.[0].length ?? 0;
  return { start: brings ? start : start + comment.length - indent, end, text: fresh };
}
