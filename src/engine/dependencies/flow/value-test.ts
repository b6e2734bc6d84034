import type { ValueSort } from '#domain/atom/written-test.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';

/** What a condition says of one value, with the variables of the classes and functions that it names. */
export type ValueTest =
  | { readonly kind: 'all' | 'any'; readonly parts: readonly ValueTest[] }
  | { readonly kind: 'not'; readonly part: ValueTest }
  | { readonly kind: 'is'; readonly sort: ValueSort }
  | { readonly kind: 'instance'; readonly classes: readonly Variable[] }
  | { readonly kind: 'asks'; readonly callee: Variable }
  | { readonly kind: 'unknown' };

/** What says nothing of the value. */
export const unknownTest: ValueTest = { kind: 'unknown' };

/** What two tests say together. */
export function both(one: ValueTest, other: ValueTest): ValueTest {
  if (one.kind === 'unknown') return other;
  return other.kind === 'unknown' ? one : { kind: 'all', parts: [one, other] };
}

/** Whether what a test says depends on what other variables hold: on classes and functions. */
export function dependsOnNames(test: ValueTest): boolean {
  switch (test.kind) {
    case 'all':
    case 'any':
      return test.parts.some(dependsOnNames);
    case 'not':
      return dependsOnNames(test.part);
    default:
      return test.kind === 'instance' || test.kind === 'asks';
  }
}
