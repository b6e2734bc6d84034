import { z } from 'zod';
import type { Tree } from 'web-tree-sitter';
import { cursorFunctions } from '#adapters/syntax/parser-module.ts';

/** A walk over the nodes of a parsed tree. Until it is closed nothing else may use the parser. */
export interface NodeCursor {
  kind(): number;
  field(): number;
  start(): number;
  end(): number;
  isMissing(): boolean;
  toFirstChild(): boolean;
  toNextSibling(): boolean;
  toParent(): boolean;
  close(): void;
}

/** The address of a tree in the parser's memory. */
const TreeHandle = z.object({ 0: z.int() });

/** Looked up once, when the parser has started. */
const functions: { found: boolean; value: ReturnType<typeof cursorFunctions> } = { found: false, value: null };

/**
 * A cursor at the root. The parser's own copies its state into and out of WebAssembly at each step, which costs more than
 * the step: where its functions can be reached, the state stays there.
 */
export function createNodeCursor(tree: Tree): NodeCursor {
  if (!functions.found) Object.assign(functions, { found: true, value: cursorFunctions() });
  const address = TreeHandle.safeParse(tree).data?.[0];
  return functions.value === null || address === undefined
    ? plainCursor(tree)
    : directCursor(tree, address, functions.value);
}

function directCursor(
  tree: Tree,
  address: number,
  functionsOfParser: NonNullable<ReturnType<typeof cursorFunctions>>,
): NodeCursor {
  const {
    _ts_tree_cursor_current_node_type_id_wasm: kind,
    _ts_tree_cursor_current_field_id_wasm: field,
    _ts_tree_cursor_start_index_wasm: start,
    _ts_tree_cursor_end_index_wasm: end,
    _ts_tree_cursor_goto_first_child_wasm: firstChild,
    _ts_tree_cursor_goto_next_sibling_wasm: nextSibling,
    _ts_tree_cursor_goto_parent_wasm: parent,
    _ts_tree_cursor_current_node_is_missing_wasm: missing,
    _ts_tree_cursor_delete_wasm: remove,
  } = functionsOfParser;
  // Making the cursor leaves its state in the parser's memory: from there it is also deleted, for it may have moved.
  const cursor = tree.walk();
  return {
    kind: () => kind(address),
    field: () => field(address),
    start: () => start(address),
    end: () => end(address),
    isMissing: () => missing(address) === 1,
    toFirstChild: () => firstChild(address) === 1,
    toNextSibling: () => nextSibling(address) === 1,
    toParent: () => parent(address) === 1,
    close() {
      remove(address);
      Object.assign(cursor, { 0: 0, 1: 0, 2: 0, 3: 0 });
      cursor.delete();
    },
  };
}

function plainCursor(tree: Tree): NodeCursor {
  const cursor = tree.walk();
  return {
    kind: () => cursor.nodeTypeId,
    field: () => cursor.currentFieldId,
    start: () => cursor.startIndex,
    end: () => cursor.endIndex,
    isMissing: () => cursor.nodeIsMissing,
    toFirstChild: () => cursor.gotoFirstChild(),
    toNextSibling: () => cursor.gotoNextSibling(),
    toParent: () => cursor.gotoParent(),
    close: () => cursor.delete(),
  };
}
