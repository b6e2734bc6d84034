import { z } from 'zod';
import { Parser } from 'web-tree-sitter';

const call = z.custom<(tree: number) => number>((value) => typeof value === 'function');

/** The functions behind the parser's cursor: they act on the cursor that stands in the parser's own memory. */
const CursorFunctions = z.object({
  _ts_tree_cursor_current_node_type_id_wasm: call,
  _ts_tree_cursor_current_field_id_wasm: call,
  _ts_tree_cursor_start_index_wasm: call,
  _ts_tree_cursor_end_index_wasm: call,
  _ts_tree_cursor_goto_first_child_wasm: call,
  _ts_tree_cursor_goto_next_sibling_wasm: call,
  _ts_tree_cursor_goto_parent_wasm: call,
  _ts_tree_cursor_current_node_is_missing_wasm: call,
  _ts_tree_cursor_delete_wasm: call,
});

/** The object that the parser's module is built upon: its functions appear there. One for the process, as the module is. */
const shared = {};

let starting: Promise<void> | null = null;

/** Starts the parser, once: a second start beside the first would take its functions away. */
export async function startParser(): Promise<void> {
  starting ??= Parser.init(shared);
  await starting;
}

/** The fast functions; null when this version of the parser does not show them, or was started by someone else. */
export function cursorFunctions(): z.infer<typeof CursorFunctions> | null {
  return CursorFunctions.safeParse(shared).data ?? null;
}
