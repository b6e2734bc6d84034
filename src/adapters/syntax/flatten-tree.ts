import type { Tree } from 'web-tree-sitter';
import { createNodeCursor, type NodeCursor } from '#adapters/syntax/create-node-cursor.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Language } from '#domain/atom/language.ts';
import type { Grammar, SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The kind number that tree-sitter gives to a part that it could not read. */
const parserErrorKind = 65535;

/** The arrays of a tree while it is walked. */
interface Scratch {
  kind: Uint16Array;
  field: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
  parent: Int32Array;
  after: Uint32Array;
}

function createScratch(size: number): Scratch {
  return {
    kind: new Uint16Array(size),
    field: new Uint8Array(size),
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    parent: new Int32Array(size),
    after: new Uint32Array(size),
  };
}

/** Walks a parsed tree once and copies it into flat arrays: the crossing into WebAssembly per node is what costs. */
export function flattenTree(tree: Tree, file: SourceFile, language: Language, grammar: Grammar): SyntaxTree {
  const root = tree.rootNode;
  const size = root.descendantCount;
  const arrays = createScratch(size);
  const errors: number[] = [];
  const hasErrors = root.hasError;
  const cursor = createNodeCursor(tree);
  const errorKind = grammar.kindNames.length - 1;
  let node = 0;
  const enter = (parent: number): void => {
    const kind = cursor.kind();
    arrays.kind[node] = kind === parserErrorKind ? errorKind : kind;
    arrays.field[node] = cursor.field();
    const start = cursor.start();
    const end = cursor.end();
    arrays.start[node] = start;
    arrays.end[node] = end;
    arrays.parent[node] = parent;
    if (hasErrors && (kind === parserErrorKind || (start === end && cursor.isMissing()))) errors.push(node);
  };
  const count = walk(cursor, arrays, enter, (next) => {
    node = next;
  });
  cursor.close();
  arrays.start[0] = 0;
  arrays.end[0] = file.text.length;
  return { path: file.path, text: file.text, language, grammar, count, errors, ...arrays };
}

/** Preorder walk; returns the number of nodes. */
function walk(
  cursor: NodeCursor,
  arrays: Scratch,
  enter: (parent: number) => void,
  moveTo: (node: number) => void,
): number {
  const open: number[] = [];
  let node = 0;
  for (;;) {
    moveTo(node);
    enter(open.at(-1) ?? -1);
    if (cursor.toFirstChild()) {
      open.push(node);
      node += 1;
      continue;
    }
    node += 1;
    arrays.after[node - 1] = node;
    while (!cursor.toNextSibling()) {
      const parent = open.pop();
      if (parent === undefined) return node;
      arrays.after[parent] = node;
      if (!cursor.toParent()) return node;
    }
  }
}
