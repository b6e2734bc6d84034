/** What a value may be told to be: something that can be called, a text, another plain value, an object, a list, nothing (`null`), or anything that counts as true. */
export type ValueSort = 'function' | 'text' | 'scalar' | 'object' | 'list' | 'nothing' | 'something';

/** What a condition says, as its language writes it; numbers are nodes of the tree. */
export type WrittenTest =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly number[] }
  | { readonly kind: 'not'; readonly part: number }
  | IsTest
  | { readonly kind: 'instance'; readonly tested: number; readonly classes: readonly number[] }
  /** A function is asked: `isNode(value)`. */
  | { readonly kind: 'asks'; readonly tested: number; readonly callee: number };

/** A value is of a sort, or not; `isSome`: it is one particular value of it. */
export interface IsTest {
  readonly kind: 'is';
  readonly tested: number;
  readonly sort: ValueSort;
  readonly isSome: boolean;
  readonly isNot: boolean;
}

/** Where a construct has its condition, and what runs when it holds and when not: fields, or numbers of parts. */
export interface BranchShape {
  readonly condition: string | number;
  readonly met: string | number;
  readonly otherwise: string | number;
}
