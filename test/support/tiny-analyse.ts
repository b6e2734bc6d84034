import type { Atom } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { modulePath } from '#domain/build/symbol-path.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';

/**
 * Takes apart a toy TypeScript: at the left margin only `import …;`, `[export ]function name(…): T {` up to `}`,
 * `export const|type …;` and other statements. Names are unique in a project, and naming one means needing it.
 */
export const tinyAnalyse: AnalyseSources = (files) => {
  const fileAtoms = files.map(takeApart);
  return Promise.resolve({ fileAtoms, graph: drawGraph(files, fileAtoms) });
};

const BLOCK =
  /^(?:import [^\n]*\n|(?:export )?(?:async )?function (\w+)(?:[^\n]*\{\n[\s\S]*?^\}\n|[^\n]*\}\n)|export (?:const|type) (\w+)[^\n]*\n|[^\n]*\n)\n*/gm;

function takeApart({ path, text }: SourceFile): FileAtoms {
  const module = modulePath(path);
  const atoms: Atom[] = [];
  const symbols: SymbolFacts[] = [symbolFacts(module, path, 'module', 0, text.length, text)];
  for (const match of text.matchAll(BLOCK)) {
    const [block, fn, declaration] = match;
    const name = fn ?? declaration;
    const symbol = name === undefined ? module : `${module}.${name}`;
    const kind =
      fn !== undefined
        ? 'function'
        : declaration !== undefined
          ? 'declaration'
          : block.startsWith('import')
            ? 'imports'
            : 'statements';
    const end = match.index + block.length;
    atoms.push(atomOf(`${symbol}#${atoms.length}`, symbol, kind, match.index, end, text));
    if (name !== undefined)
      symbols.push(
        symbolFacts(
          symbol,
          path,
          fn === undefined ? 'declaration' : 'function',
          match.index,
          match.index + block.trimEnd().length,
          text,
        ),
      );
  }
  const broken = text.split('{').length !== text.split('}').length;
  return {
    file: path,
    language: 'typescript',
    length: text.length,
    parseErrors: broken ? 1 : 0,
    errorLines: broken ? [2] : [],
    atoms,
    symbols,
  };
}

function atomOf(id: string, symbol: string, kind: Atom['kind'], start: number, end: number, text: string): Atom {
  const own = text.slice(start, end);
  const startLine = text.slice(0, start).split('\n').length;
  const loc = own.split('\n').filter((line) => line.trim() !== '').length;
  const ranges: [number, number][] = [[start, end]];
  const name = symbol.slice(symbol.lastIndexOf('.') + 1);
  const complexity = 1 + own.split(/\bif\b|\bfor\b|\bwhile\b/).length - 1;
  const facts = { reads: [], writes: [], calls: [], types: [] };
  return {
    id,
    parent: null,
    kind,
    name,
    symbol,
    ranges,
    startLine,
    endLine: startLine + own.trimEnd().split('\n').length - 1,
    loc,
    complexity,
    oversize: null,
    ...facts,
  };
}

function symbolFacts(
  id: string,
  file: string,
  kind: SymbolFacts['kind'],
  start: number,
  end: number,
  text: string,
): SymbolFacts {
  const own = text.slice(start, end);
  const brace = own.indexOf('{');
  const stub =
    kind === 'function'
      ? { start: start + brace, end, text: `{ throw new Error('mge: not generated yet: ${id}'); }` }
      : null;
  const signature = kind === 'function' ? own.slice(0, brace).trim() : '';
  return {
    id,
    file,
    kind,
    name: id.slice(id.lastIndexOf('.') + 1),
    start,
    end,
    signature,
    exported: own.startsWith('export'),
    returnTypeKnown: true,
    stub,
  };
}

function drawGraph(files: readonly SourceFile[], fileAtoms: readonly FileAtoms[]): DependencyGraph {
  const texts = new Map(files.map((file) => [file.path, file.text]));
  const all = fileAtoms.flatMap((parts) => parts.symbols);
  const named = all.filter((symbol) => symbol.kind !== 'module');
  const edges = fileAtoms.flatMap((parts) =>
    parts.atoms
      .filter((atom) => atom.kind !== 'imports')
      .flatMap((atom) => {
        const own = atom.ranges.map(([start, end]) => (texts.get(parts.file) ?? '').slice(start, end)).join('');
        return named
          .filter((symbol) => symbol.id !== atom.symbol && new RegExp(`\\b${symbol.name}\\b`).test(own))
          .map((symbol) => ({ from: atom.symbol, to: symbol.id, kind: 'call' as const }));
      }),
  );
  const levelOf = levelsOf(
    all.map((symbol) => symbol.id),
    edges,
  );
  const levels: string[][] = [];
  for (const { id } of all) (levels[levelOf(id)] ??= []).push(id);
  const nodes = all.map(({ id, file, kind }) => ({ id, file, symbol: id, kind, level: levelOf(id) }));
  const cycles: string[][] = [];
  return {
    nodes,
    edges,
    levels: Array.from(levels, (level) => level ?? []),
    cycles,
    boundaries: [],
    unresolved: [],
    order: nodes.map((node) => node.id),
  };
}

function levelsOf(ids: readonly string[], edges: readonly { from: string; to: string }[]): (id: string) => number {
  const known = new Map<string, number>();
  const levelOf = (id: string, path: readonly string[]): number => {
    const seen = known.get(id);
    if (seen !== undefined) return seen;
    const below = edges.filter((edge) => edge.from === id && !path.includes(edge.to));
    const level = below.reduce((top, edge) => Math.max(top, 1 + levelOf(edge.to, [...path, id])), 0);
    known.set(id, level);
    return level;
  };
  ids.forEach((id) => levelOf(id, []));
  return (id) => known.get(id) ?? 0;
}
