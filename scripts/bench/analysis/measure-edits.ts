import type { SourceFile } from '#domain/atom/source-file.ts';
import { createOpenAtoms } from '#engine/atomization/create-open-atoms.ts';
import type { EditableSyntax } from '#ports/syntax.ts';
import type { Figure } from '#scripts/bench/figure.ts';

const size = 50_000;
const edits = 200;

/** How long the atoms of a file of 50 kB take after an edit; the edits are letters typed at places that follow from their number. */
export function measureEdits(syntax: EditableSyntax, files: readonly SourceFile[]): Figure {
  const text = files
    .map((file) => file.text)
    .join('\n')
    .slice(0, size);
  const file = createOpenAtoms({ syntax })({ path: 'a.ts', text });
  const times = Array.from({ length: edits }, (_, edit) => {
    const start = (edit * 7919) % size;
    const from = performance.now();
    file.edit({ start, end: start, text: 'x' });
    return performance.now() - from;
  }).toSorted((a, b) => a - b);
  file.close();
  const at = (share: number): string => (times[Math.floor(edits * share)] ?? 0).toFixed(1);
  return {
    what: 'one edit in 50 kB → atoms: median, p95',
    measured: `${at(0.5)} ms, ${at(0.95)} ms`,
    asked: 'p95 ≤ 10 ms (with the graph)',
  };
}
