import type { AtomKind } from '#domain/atom/atom.ts';

export type Range = [number, number];

/** An atom while the file is being split: its place and size, before names and facts are known. */
export interface AtomDraft {
  readonly parent: number;
  readonly kind: AtomKind;
  /** Index into the file's symbol table. */
  readonly symbol: number;
  /** The first syntax node of its text; 0 for the module. */
  readonly node: number;
  readonly span: Range;
  readonly loc: number;
  readonly complexity: number;
  readonly oversize: string | null;
  /** The draft that it was before an edit, by its number; -1 when it was made anew. */
  readonly same: number;
  ranges: Range[];
}

/** All drafts of a file, and which of them an offset belongs to. */
export interface PlacedDrafts {
  readonly drafts: readonly AtomDraft[];
  readonly atomAt: (offset: number) => number;
}
