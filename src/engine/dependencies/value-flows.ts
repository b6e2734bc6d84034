import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { createChains, type Chains } from '#engine/dependencies/create-chains.ts';
import { createNumbers, type Numbers } from '#engine/dependencies/create-numbers.ts';

/**
 * A variable that may be this many things may be anything: more would make every fixed point of generated code quadratic,
 * and tell nobody anything. Of names outside a few are enough: only their own calls are of interest.
 */
const mostValues = 80;
const mostOutside = 16;

export type Listener = (value: ValueId) => void;

/** For each variable: the values it holds, whom they flow to, who listens; lists by its number. */
export interface Flows {
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

export function createFlows(): Flows {
  const lists = { values: createChains(), targets: createChains(), listeners: createChains() };
  return { ...lists, told: createNumbers(), outside: createNumbers(), listenerOf: [], pending: [] };
}

/** A variable that holds nothing yet. */
export function createVariable({ values, told, outside, targets, listeners }: Flows): Variable {
  targets.createList();
  listeners.createList();
  told.push(-1);
  outside.push(0);
  return values.createList();
}

/** Lets a variable hold a value; it is told when the graph settles. */
export function putValue(
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

/** Visits the values of a variable that targets and listeners know of. */
export function forEachTold({ values, told }: Flows, variable: Variable, visit: Listener): void {
  const last = told.get(variable);
  for (let entry = -1; entry !== last;) {
    entry = values.next(variable, entry);
    visit(values.valueAt(entry));
  }
}

/** All values of a variable. */
export function holdings({ values }: Flows, variable: Variable): ValueId[] {
  const held: ValueId[] = [];
  if (variable < 0) return held;
  for (let entry = values.next(variable, -1); entry >= 0; entry = values.next(variable, entry))
    held.push(values.valueAt(entry));
  return held;
}

/** Tells values until there is nothing left to tell. */
export function settle(flows: Flows, put: (variable: Variable, value: ValueId) => void): void {
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
