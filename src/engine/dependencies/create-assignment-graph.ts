import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { createChains, type Chains } from '#engine/dependencies/create-chains.ts';
import { createNumbers, type Numbers } from '#engine/dependencies/create-numbers.ts';

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

type Listener = (value: ValueId) => void;

/** For each variable: the values it holds, whom they flow to, who listens; lists by its number. */
interface Flows {
  readonly values: Chains;
  /** The entry of the value that was told last to targets and listeners; -1 for none. */
  readonly told: Numbers;
  /** How many of the values are names outside. */
  readonly outside: Numbers;
  readonly targets: Chains;
  /** Numbers of {@link Flows.listenerOf}. */
  readonly listeners: Chains;
  readonly listenerOf: Listener[];
  /** Variables with values that have not been told yet. */
  readonly pending: Variable[];
}

export function createAssignmentGraph(): AssignmentGraph {
  const flows = createFlows();
  const known: AbstractValue[] = [];
  const shared = new Map<string, ValueId>();
  const createValue = (value: AbstractValue): ValueId => known.push(value) - 1;
  const put = (variable: Variable, value: ValueId): void => {
    if (variable >= 0) putValue(flows, variable, value, known[value]?.kind === 'external');
  };
  return {
    createVariable: () => createVariable(flows),
    createValue,
    valueOf: (id) => known[id] ?? { kind: 'external', name: '', role: 'end' },
    sharedValue(key, make) {
      const earlier = shared.get(key);
      if (earlier !== undefined) return earlier;
      const made = createValue(make());
      shared.set(key, made);
      return made;
    },
    put,
    copy(from, to) {
      if (from < 0 || to < 0 || from === to || !flows.targets.addOnce(from, to)) return;
      forEachTold(flows, from, (value) => put(to, value));
    },
    onValue(variable, listener) {
      if (variable < 0) return;
      flows.listeners.add(variable, flows.listenerOf.push(listener) - 1);
      // Those that come meanwhile are told when the graph settles.
      forEachTold(flows, variable, listener);
    },
    holds: (variable) => holdings(flows, variable),
    settle: () => settle(flows, put),
  };
}

function createFlows(): Flows {
  const lists = { values: createChains(), targets: createChains(), listeners: createChains() };
  return { ...lists, told: createNumbers(), outside: createNumbers(), listenerOf: [], pending: [] };
}

function createVariable({ values, told, outside, targets, listeners }: Flows): Variable {
  targets.createList();
  listeners.createList();
  told.push(-1);
  outside.push(0);
  return values.createList();
}

function putValue(
  { values, told, outside, pending }: Flows,
  variable: Variable,
  value: ValueId,
  isOutside: boolean,
): void {
  if (values.size(variable) >= mostValues) return;
  if (isOutside && outside.get(variable) >= mostOutside) return;
  const isWaiting = values.next(variable, told.get(variable)) >= 0;
  if (!values.addOnce(variable, value)) return;
  if (isOutside) outside.set(variable, outside.get(variable) + 1);
  if (!isWaiting) pending.push(variable);
}

function forEachTold({ values, told }: Flows, variable: Variable, visit: Listener): void {
  const last = told.get(variable);
  for (let entry = -1; entry !== last;) {
    entry = values.next(variable, entry);
    visit(values.valueAt(entry));
  }
}

function holdings({ values }: Flows, variable: Variable): ValueId[] {
  const held: ValueId[] = [];
  if (variable < 0) return held;
  for (let entry = values.next(variable, -1); entry >= 0; entry = values.next(variable, entry))
    held.push(values.valueAt(entry));
  return held;
}

function settle(flows: Flows, put: (variable: Variable, value: ValueId) => void): void {
  const { values, told, pending } = flows;
  for (let variable = pending.pop(); variable !== undefined; variable = pending.pop())
    for (
      let entry = values.next(variable, told.get(variable));
      entry >= 0;
      entry = values.next(variable, told.get(variable))
    ) {
      told.set(variable, entry);
      tell(flows, variable, values.valueAt(entry), put);
    }
}

/** Tells a value of a variable to its targets and listeners; those added on the way are told by whoever adds them. */
function tell(
  { targets, listeners, listenerOf }: Flows,
  variable: Variable,
  value: ValueId,
  put: (variable: Variable, value: ValueId) => void,
): void {
  for (let entry = targets.next(variable, -1); entry >= 0; entry = targets.next(variable, entry))
    put(targets.valueAt(entry), value);
  let left = listeners.size(variable);
  for (let entry = listeners.next(variable, -1); left > 0; entry = listeners.next(variable, entry)) {
    listenerOf[listeners.valueAt(entry)]?.(value);
    left -= 1;
  }
}
