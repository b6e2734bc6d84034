import type { AtomLimits } from '#domain/atom/atom.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';

/** A part of a prompt: `title` says what it is, `text` is code. */
export interface ContextSection {
  readonly title: string;
  readonly text: string;
}

export interface PackRequest {
  readonly files: readonly SourceFile[];
  /** Those that the atoms were made with. */
  readonly limits: AtomLimits;
  /** The id of the atom. */
  readonly atom: string;
  /** The most tokens that all sections together may take. */
  readonly budget: number;
}

/** What a model must see to write one atom anew, the most important first, within a budget. */
export type PackContext = (request: PackRequest) => Promise<readonly ContextSection[]>;
