import type { Overlay } from '#domain/build/branch-stubs.ts';

/** A text with overlays (ranges of that text) laid over it. Of two that overlap, the first in the text wins. */
export function overlayText(text: string, overlays: readonly Overlay[]): string {
  const pieces: string[] = [];
  let read = 0;
  for (const overlay of overlays.toSorted((left, right) => left.start - right.start)) {
    if (overlay.start < read || overlay.end > text.length) continue;
    pieces.push(text.slice(read, overlay.start), overlay.text);
    read = overlay.end;
  }
  return [...pieces, text.slice(read)].join('');
}
