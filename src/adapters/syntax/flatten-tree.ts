import type { Tree } from 'web-tree-sitter';
import { createNodeCursor, type NodeCursor } from '#adapters/syntax/create-node-cursor.ts';
import type { TreeArrays } from '#adapters/syntax/tree-arrays.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Language } from '#domain/atom/language.ts';
import type { Grammar, SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The kind number that tree-sitter gives to a part that it could not read. */
const parserErrorKind = 65535;

function createArrays(size: number): TreeArrays {
  return {
    kind: new Uint16Array(size),
    field: new Uint8Array(size),
    start: new Uint32Array(size),
    end: new Uint32Array(size),
    parent: new Int32Array(size),
    after: new Uint32Array(size),
  };
}

/**
 * Fills the arrays below a node, which is entered, from a tree that is known, and adds the errors there; returns how many nodes
 * the subtree has, 0 when it is to be walked.
 */
export type CopySubtree = (arrays: TreeArrays, node: number, errors: number[]) => number;

const copyNothing: CopySubtree = () => 0;

/** Walks a parsed tree once and copies it into flat arrays: the crossing into WebAssembly per node is what costs. */
export function flattenTree(
  tree: Tree,
  file: SourceFile,
  language: Language,
  grammar: Grammar,
  copySubtree = copyNothing,
): SyntaxTree {
  const root = tree.rootNode;
  const arrays = createArrays(root.descendantCount);
  const errors: number[] = [];
  const hasErrors = root.hasError;
  const cursor = createNodeCursor(tree);
  const errorKind = grammar.kindNames.length - 1;
  const enter = (node: number, parent: number): void => {
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
  const count = walk(cursor, arrays, enter, (filled, node) => copySubtree(filled, node, errors));
  cursor.close();
  arrays.start[0] = 0;
  arrays.end[0] = file.text.length;
  return { path: file.path, text: file.text, language, grammar, count, errors, ...arrays };
}

/** Preorder walk; returns the number of nodes. */
function walk(
  cursor: NodeCursor,
  arrays: TreeArrays,
  enter: (node: number, parent: number) => void,
  copySubtree: (arrays: TreeArrays, node: number) => number,
): number {
  const open: number[] = [];
  let node = 0;
  for (;;) {
    enter(node, open.at(-1) ?? -1);
    const copied = copySubtree(arrays, node);
    if (copied === 0 && cursor.toFirstChild()) {
      open.push(node);
      node += 1;
      continue;
    }
    const entered = node;
    node += Math.max(1, copied);
    arrays.after[entered] = node;
    while (!cursor.toNextSibling()) {
      const parent = open.pop();
      if (parent === undefined) return node;
      arrays.after[parent] = node;
      if (!cursor.toParent()) return node;
    }
  }
}
