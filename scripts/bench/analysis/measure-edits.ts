import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { defaultAtomLimits } from '#domain/atom/atom.ts';
import { atomizeTree, readTree } from '#domain/atom/split/atomize-tree.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';
import type { EditableSyntax } from '#ports/syntax.ts';
import type { Figure } from '#scripts/bench/figure.ts';

const size = 50_000;
const edits = 200;

/**
 * How long the atoms, and the graph, of a file of 50 kB take after an edit: a letter typed in front of a word, and taken away
 * again. The places follow from the number of the edit.
 */
export async function measureEdits(syntax: EditableSyntax, files: readonly SourceFile[]): Promise<Figure[]> {
  const text = textOf(files);
  const open = syntax.open({ path: 'a.ts', text });
  let tree: SyntaxTree = open.tree;
  const buildGraph = createBuildGraph({ syntax: { ...syntax, parse: () => tree } });
  const atomTimes: number[] = [];
  const graphTimes: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) {
    const start = wordFrom(text, ((edit >> 1) * 7919) % text.length);
    const from = performance.now();
    tree = open.edit(edit % 2 === 0 ? { start, end: start, text: 'x' } : { start, end: start + 1, text: '' });
    atomizeTree(tree, readTree(tree, ''), defaultAtomLimits);
    const atoms = performance.now();
    await buildGraph([{ path: 'a.ts', text: tree.text }], { by: 'symbol' });
    atomTimes.push(atoms - from);
    graphTimes.push(performance.now() - from);
  }
  open.close();
  return [
    row('one edit in 50 kB → atoms: median, p95', atomTimes),
    row('one edit in 50 kB → atoms and the graph of the file: median, p95', graphTimes),
  ];
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
  return { what, measured: `${at(0.5)} ms, ${at(0.95)} ms`, asked: 'p95 ≤ 10 ms (with the graph)' };
}
