import type { Tree, TreeCursor } from 'web-tree-sitter';
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
  const size = tree.rootNode.descendantCount;
  const arrays = createScratch(size);
  const errors: number[] = [];
  const hasErrors = tree.rootNode.hasError;
  const cursor = tree.walk();
  const errorKind = grammar.kindNames.length - 1;
  let node = 0;
  const enter = (parent: number): void => {
    const kind = cursor.nodeTypeId;
    arrays.kind[node] = kind === parserErrorKind ? errorKind : kind;
    arrays.field[node] = cursor.currentFieldId;
    const start = cursor.startIndex;
    const end = cursor.endIndex;
    arrays.start[node] = start;
    arrays.end[node] = end;
    arrays.parent[node] = parent;
    if (hasErrors && (kind === parserErrorKind || (start === end && cursor.nodeIsMissing))) errors.push(node);
  };
  const count = walk(cursor, arrays, enter, (next) => {
    node = next;
  });
  cursor.delete();
  arrays.start[0] = 0;
  arrays.end[0] = file.text.length;
  return { path: file.path, text: file.text, language, grammar, count, errors, ...arrays };
}

/** Preorder walk; returns the number of nodes. */
function walk(
  cursor: TreeCursor,
  arrays: Scratch,
  enter: (parent: number) => void,
  moveTo: (node: number) => void,
): number {
  const open: number[] = [];
  let node = 0;
  for (;;) {
    moveTo(node);
    enter(open.at(-1) ?? -1);
    if (cursor.gotoFirstChild()) {
      open.push(node);
      node += 1;
      continue;
    }
    node += 1;
    arrays.after[node - 1] = node;
    while (!cursor.gotoNextSibling()) {
      const parent = open.pop();
      if (parent === undefined) return node;
      arrays.after[parent] = node;
      if (!cursor.gotoParent()) return node;
    }
  }
}
