import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Argument } from '#engine/dependencies/calls/pass-arguments.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** A call at its place: what it gives, and where its result goes. */
export interface Call {
  readonly site: Site;
  readonly args: readonly Argument[];
  readonly result: Variable;
  /** Whether the call makes an object (`new`). */
  readonly isNew?: boolean;
  /** Whether what it gives is what a decorator stands on: something, in any case. */
  readonly decorates?: boolean;
  /** How many objects have handed the call on to what they have as `__call__`. */
  readonly handedOn?: number;
}
