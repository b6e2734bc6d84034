import type { Language } from '#domain/atom/language.ts';
import type { LanguageRules } from '#domain/atom/language-rules.ts';

/** The grammar of a language, compiled: names and flags by numeric kind, numbers of fields by name. */
export interface Grammar {
  readonly rules: LanguageRules;
  /** Name of each numeric node kind. */
  readonly kindNames: readonly string[];
  /** Bits of {@link kindFlags} for each numeric node kind. */
  readonly flags: Uint32Array;
  /** Number of each field name. Field 0 means none. */
  readonly fields: ReadonlyMap<string, number>;
  /** Name use of a child (see `nameUse`) at `kind * fieldCount + field` of its parent. */
  readonly uses: Uint8Array;
  readonly fieldCount: number;
}

/**
 * A syntax tree in flat arrays, nodes in preorder; node 0 is the root, which spans the whole file. Offsets are UTF-16 code units.
 * The subtree of node i is `[i, after[i])`. Anonymous tokens are nodes too.
 */
export interface SyntaxTree {
  readonly path: string;
  readonly text: string;
  readonly language: Language;
  readonly grammar: Grammar;
  readonly count: number;
  readonly kind: Uint16Array;
  readonly field: Uint8Array;
  readonly start: Uint32Array;
  readonly end: Uint32Array;
  readonly parent: Int32Array;
  readonly after: Uint32Array;
  /** Nodes where the parser could not go on (ERROR) or made a token up (MISSING). */
  readonly errors: readonly number[];
}

/** No node: what look-ups return when nothing is there. */
export const none = -1;
