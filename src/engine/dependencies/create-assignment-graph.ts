import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';

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
  holds(variable: Variable): ReadonlySet<ValueId>;
  settle(): void;
}

interface Slot {
  readonly values: Set<ValueId>;
  /** Those that targets and listeners have been told. */
  readonly delivered: Set<ValueId>;
  readonly targets: Set<Variable>;
  readonly listeners: ((value: ValueId) => void)[];
}

function createSlot(): Slot {
  return { values: new Set(), delivered: new Set(), targets: new Set(), listeners: [] };
}

const nothing: ReadonlySet<ValueId> = new Set();

export function createAssignmentGraph(): AssignmentGraph {
  const slots: Slot[] = [];
  const values: AbstractValue[] = [];
  const shared = new Map<string, ValueId>();
  const pending: [Variable, ValueId][] = [];
  const createValue = (value: AbstractValue): ValueId => values.push(value) - 1;
  const put = (variable: Variable, value: ValueId): void => {
    const slot = slots[variable];
    if (slot === undefined || slot.values.has(value)) return;
    slot.values.add(value);
    pending.push([variable, value]);
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
      if (slot === undefined || from === to || slot.targets.has(to)) return;
      slot.targets.add(to);
      for (const value of slot.delivered) put(to, value);
    },
    onValue(variable, listener) {
      const slot = slots[variable];
      if (slot === undefined) return;
      slot.listeners.push(listener);
      // A copy: a listener may let more values be delivered.
      for (const value of Array.from(slot.delivered)) listener(value);
    },
    holds: (variable) => slots[variable]?.values ?? nothing,
    settle: () => settle(slots, pending, put),
  };
}

function settle(
  slots: readonly Slot[],
  pending: [Variable, ValueId][],
  put: (variable: Variable, value: ValueId) => void,
): void {
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const [variable, value] = next;
    const slot = slots[variable];
    if (slot === undefined) continue;
    slot.delivered.add(value);
    for (const target of slot.targets) put(target, value);
    // Listeners added on the way are told by onValue itself.
    for (const listener of slot.listeners.slice()) listener(value);
  }
}
