import type { Stub } from '#domain/atom/symbol-facts.ts';

/** A file's text with stubs in place; they must not overlap. Offsets are those of the given text. */
export function applyStubs(text: string, stubs: readonly Stub[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const stub of stubs.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(from, stub.start), stub.text);
    from = stub.end;
  }
  pieces.push(text.slice(from));
  return pieces.join('');
}
