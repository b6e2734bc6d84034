import type { MutationKind } from '#domain/atom/mutation-rules.ts';

/** One fault that can be planted: `text` takes the place of `[start, end)`. Offsets are UTF-16 code units, lines from 1. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly line: number;
}
