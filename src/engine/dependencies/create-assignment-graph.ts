import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { addTarget, addValue, createSlot, holdsValue, type Slot } from '#engine/dependencies/variable-slot.ts';

/** Variables, what they may hold, and how values flow between them; {@link AssignmentGraph.settle} computes the fixed point. */
export interface AssignmentGraph {
  createVariable(): Variable;
  createValue(value: AbstractValue): ValueId;
  valueOf(id: ValueId): AbstractValue;
  /** The one value of its key, made on first use. */
  sharedValue(key: string, make: () => AbstractValue): ValueId;
  put(variable: Variable, value: ValueId): void;
  copy(from: Variable, to: Variable): void;
  /** Called once for each value that the variable ever holds, at once or while the graph settles. */
  onValue(variable: Variable, listener: (value: ValueId) => void): void;
  holds(variable: Variable): readonly ValueId[];
  settle(): void;
}

/**
 * A variable that may be this many things may be anything: more would make every fixed point of generated code quadratic,
 * and tell nobody anything. Of names outside a few are enough: only their own calls are of interest.
 */
const mostValues = 120;
const mostOutside = 12;

const nothing: readonly ValueId[] = [];

export function createAssignmentGraph(): AssignmentGraph {
  const slots: Slot[] = [];
  const values: AbstractValue[] = [];
  const shared = new Map<string, ValueId>();
  /** Variables with values that have not been told yet. */
  const pending: Variable[] = [];
  const createValue = (value: AbstractValue): ValueId => values.push(value) - 1;
  const put = (variable: Variable, value: ValueId): void => {
    const slot = slots[variable];
    if (slot === undefined || slot.values.length >= mostValues || holdsValue(slot, value)) return;
    if (values[value]?.kind === 'external') {
      if (slot.outside >= mostOutside) return;
      slot.outside += 1;
    }
    if (slot.told === slot.values.length) pending.push(variable);
    addValue(slot, value);
  };
  return {
    createVariable: () => slots.push(createSlot()) - 1,
    createValue,
    valueOf: (id) => values[id] ?? { kind: 'external', name: '', role: 'end' },
    sharedValue(key, make) {
      const known = shared.get(key);
      if (known !== undefined) return known;
      const made = createValue(make());
      shared.set(key, made);
      return made;
    },
    put,
    copy(from, to) {
      const slot = slots[from];
      if (slot === undefined || from === to || !addTarget(slot, to)) return;
      for (let at = 0; at < slot.told; at += 1) put(to, slot.values[at] ?? -1);
    },
    onValue: (variable, listener) => addListener(slots[variable], listener),
    holds: (variable) => slots[variable]?.values ?? nothing,
    settle: () => settle(slots, pending, put),
  };
}

function addListener(slot: Slot | undefined, listener: (value: ValueId) => void): void {
  if (slot === undefined) return;
  (slot.listeners ??= []).push(listener);
  // Those that come meanwhile are told when the graph settles.
  const told = slot.values.slice(0, slot.told);
  for (const value of told) listener(value);
}

function settle(slots: readonly Slot[], pending: Variable[], put: (variable: Variable, value: ValueId) => void): void {
  for (let variable = pending.pop(); variable !== undefined; variable = pending.pop()) {
    const slot = slots[variable];
    if (slot === undefined) continue;
    while (slot.told < slot.values.length) tell(slot, put);
  }
}

/** Tells the next value of a variable to its targets and listeners; those added on the way are told by whoever adds them. */
function tell(slot: Slot, put: (variable: Variable, value: ValueId) => void): void {
  const value = slot.values[slot.told] ?? -1;
  slot.told += 1;
  // Nobody adds targets while they are told; listeners may add listeners, which are told of this value when they are added.
  const { targets, listeners } = slot;
  if (targets !== null) for (let at = 0; at < targets.length; at += 1) put(targets[at] ?? -1, value);
  if (listeners === null) return;
  const count = listeners.length;
  for (let at = 0; at < count; at += 1) listeners[at]?.(value);
}
