import type { SourceFile } from '#domain/atom/source-file.ts';
import { createOpenAtoms } from '#engine/atomization/create-open-atoms.ts';
import { createOpenGraph } from '#engine/dependencies/create-open-graph.ts';
import type { EditableSyntax, TextEdit } from '#ports/syntax.ts';
import type { Figure } from '#scripts/bench/figure.ts';

const size = 50_000;
const edits = 400;

/**
 * How long the atoms, and the graph, of a file of 50 kB take after an edit: a letter typed in front of a word, and taken away
 * again. The places follow from the number of the edit. The first half warms up.
 */
export function measureEdits(syntax: EditableSyntax, files: readonly SourceFile[]): Figure[] {
  const file = { path: 'a.ts', text: textOf(files) };
  const atoms = createOpenAtoms({ syntax })(file);
  const atomTimes = timesOf(file.text, (edit) => atoms.edit(edit));
  atoms.close();
  const graph = createOpenGraph({ syntax })([file], { by: 'symbol' });
  const graphTimes = timesOf(file.text, (edit) => {
    graph.edit(file.path, edit);
    graph.atomsOf(file.path);
  });
  graph.close();
  return [
    row('one edit in 50 kB → atoms: least, median, p95', atomTimes),
    row('one edit in 50 kB → atoms and the graph of the file: least, median, p95', graphTimes),
  ];
}

function timesOf(text: string, apply: (edit: TextEdit) => void): number[] {
  const times = Array.from({ length: edits }, (_, edit) => {
    const start = wordFrom(text, ((edit >> 1) * 7919) % text.length);
    const from = performance.now();
    apply(edit % 2 === 0 ? { start, end: start, text: 'x' } : { start, end: start + 1, text: '' });
    return performance.now() - from;
  });
  return times.slice(edits / 2);
}

/** Whole files that together have about the size. */
function textOf(files: readonly SourceFile[]): string {
  let length = 0;
  return files
    .filter(({ text }) => (length += text.length) <= size)
    .map(({ text }) => text)
    .join('\n');
}

function wordFrom(text: string, place: number): number {
  const found = text.slice(place).search(/\b[a-z]/u);
  return found < 0 ? 0 : place + found;
}

function row(what: string, times: readonly number[]): Figure {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1);
  return { what, measured: `${at(0)}, ${at(0.5)}, ${at(0.95)} ms`, asked: 'p95 ≤ 10 ms (with the graph)' };
}
