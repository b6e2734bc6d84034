import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';

/** A variable of the assignment graph. There are very many, most of them empty: what they hold is made on first use. */
export interface Slot {
  /** In the order in which they came; the first `told` of them have been told to targets and listeners. */
  values: ValueId[];
  told: number;
  /** The same values for looking up, when there are many. */
  index: Set<ValueId> | null;
  /** How many of them are names outside. */
  outside: number;
  targets: Variable[] | null;
  /** The same targets for looking up, when there are many. */
  targetIndex: Set<Variable> | null;
  listeners: ((value: ValueId) => void)[] | null;
}

/** Up to here a list is searched faster than a set. */
const few = 8;

const none: ValueId[] = [];

export function createSlot(): Slot {
  return { values: none, told: 0, index: null, outside: 0, targets: null, targetIndex: null, listeners: null };
}

export function holdsValue({ values, index }: Slot, value: ValueId): boolean {
  return index === null ? values.includes(value) : index.has(value);
}

/** Adds a value that is not there yet. */
export function addValue(slot: Slot, value: ValueId): void {
  if (slot.values.length === 0) slot.values = [value];
  else slot.values.push(value);
  if (slot.index !== null) slot.index.add(value);
  else if (slot.values.length > few) slot.index = new Set(slot.values);
}

/** Adds a target, unless it is there already; tells whether it was not. */
export function addTarget(slot: Slot, target: Variable): boolean {
  const { targets, targetIndex } = slot;
  if (targets === null) {
    slot.targets = [target];
    return true;
  }
  if (targetIndex === null ? targets.includes(target) : targetIndex.has(target)) return false;
  targets.push(target);
  if (targetIndex !== null) targetIndex.add(target);
  else if (targets.length > few) slot.targetIndex = new Set(targets);
  return true;
}
