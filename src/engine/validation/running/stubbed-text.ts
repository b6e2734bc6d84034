import type { ManifestStub } from '#domain/verdict/manifest.ts';

export interface StubbedText {
  readonly text: string;
  /** Where an offset of the stubbed text lies in the original; an offset inside a stub is where the stub begins. */
  toOriginal(offset: number): number;
}

/** Lays stubs (of the original text, not overlapping) over a text, and keeps the way back. Stubs out of range are left out. */
export function layStubs(original: string, stubs: readonly ManifestStub[]): StubbedText {
  const ordered = stubs
    .filter((stub) => stub.start <= stub.end && stub.end <= original.length)
    .toSorted((left, right) => left.start - right.start);
  const pieces: string[] = [];
  const marks: { at: number; original: number; length: number }[] = [];
  let read = 0;
  let written = 0;
  const put = (text: string, from: number, verbatim: boolean): void => {
    pieces.push(text);
    marks.push({ at: written, original: from, length: verbatim ? text.length : 0 });
    written += text.length;
  };
  for (const stub of ordered) {
    if (stub.start < read) continue;
    put(original.slice(read, stub.start), read, true);
    put(stub.text, stub.start, false);
    read = stub.end;
  }
  put(original.slice(read), read, true);
  return {
    text: pieces.join(''),
    toOriginal(offset) {
      const mark = marks.findLast(({ at }) => at <= offset) ?? { at: 0, original: 0, length: 0 };
      return mark.original + Math.min(offset - mark.at, mark.length);
    },
  };
}

/** Offset of a line and column (both from 1), clamped to the text. */
export function offsetOfPlace(text: string, line: number, column: number): number {
  let start = 0;
  for (let passed = 1; passed < line; passed += 1) {
    const end = text.indexOf('\n', start);
    if (end < 0) return text.length;
    start = end + 1;
  }
  const end = text.indexOf('\n', start);
  return Math.min(start + Math.max(0, column - 1), end < 0 ? text.length : end);
}

/** Line (from 1) of an offset. */
export function lineOfOffset(text: string, offset: number): number {
  let line = 1;
  for (let at = text.indexOf('\n'); at >= 0 && at < offset; at = text.indexOf('\n', at + 1)) line += 1;
  return line;
}
