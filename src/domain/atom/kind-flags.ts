/** What a node kind is to the shared algorithms. A language's rules name its kinds; the adapter compiles them to these bits. */
export const kindFlags = {
  named: 1,
  comment: 2,
  /** Its children are statements or members: root, block, class body. */
  block: 4,
  class: 8,
  function: 16,
  import: 32,
  /** Types, interfaces, enums. */
  declaration: 64,
  /** Wraps a definition: export, decorators. */
  wrapper: 128,
  decision: 256,
  /** Its named children are items: array, object, arguments, parameters. */
  list: 512,
  /** May become a hole of its own inside a compound statement: case, elif, catch, nested else-if. */
  clause: 1024,
  identifier: 2048,
  /** Opens a scope for names. */
  scope: 4096,
  /** A scope that nested functions do not see (a Python class body). */
  hiddenScope: 8192,
  call: 16384,
  member: 32768,
  /** A pure expression statement or control flow: at the top level it has effects. */
  effect: 65536,
  string: 131072,
  /** Everything below is about types. */
  typeRegion: 262144,
  /** A scope in which hoisted names land: function, module. */
  functionScope: 524288,
  /** A part that could not be read. */
  error: 1048576,
  statement: 2097152,
  /** May become a hole when nothing better is left: a nested conditional, a link of a long chain. */
  operand: 4194304,
} as const;

export type KindFlag = keyof typeof kindFlags;
