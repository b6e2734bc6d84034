import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { createLists } from '#engine/dependencies/values/create-lists.ts';
import type { Lists } from '#engine/dependencies/values/lists.ts';
import { createValueSets, type Rank, type ValueSets } from '#engine/dependencies/values/create-value-sets.ts';

export type Listener = (value: ValueId) => void;

/** For each variable: the values it holds, whom they flow to, who listens; lists by its number. */
export interface Flows {
  readonly values: ValueSets;
  readonly targets: Lists;
  /** Numbers of {@link Flows.listenerOf}. */
  readonly listeners: Lists;
  readonly listenerOf: Listener[];
  /** Variables with values that have not been told yet. */
  readonly pending: Variable[];
}

/** `room`: for how many variables there is room at first. */
export function createFlows(room: number): Flows {
  const lists = { targets: createLists(room), listeners: createLists(room) };
  return { values: createValueSets(room), ...lists, listenerOf: [], pending: [] };
}

/** A variable that holds nothing yet. */
export function createVariable({ values, targets, listeners }: Flows): Variable {
  targets.createList();
  listeners.createList();
  return values.createSet();
}

/** Lets a variable hold a value; it is told when the graph settles. */
export function putValue({ values, pending }: Flows, variable: Variable, value: ValueId, rank: Rank): void {
  if (values.add(variable, value, rank)) pending.push(variable);
}

/** Visits the values of a variable that targets and listeners know of. */
export function forEachTold({ values }: Flows, variable: Variable, visit: Listener): void {
  const told = values.told(variable);
  for (let index = 0; index < told; index += 1) visit(values.at(variable, index));
}

/** All values of a variable. */
export function holdings({ values }: Flows, variable: Variable): ValueId[] {
  const held: ValueId[] = [];
  const size = variable < 0 ? 0 : values.size(variable);
  for (let index = 0; index < size; index += 1) held.push(values.at(variable, index));
  return held;
}

/** Tells values until there is nothing left to tell. */
export function settle(flows: Flows, put: (variable: Variable, value: ValueId) => void): void {
  const { values, pending } = flows;
  for (let variable = pending.pop(); variable !== undefined; variable = pending.pop())
    for (let value = values.tellNext(variable); value >= 0; value = values.tellNext(variable)) {
      tellTargets(flows, variable, value, put);
      tellListeners(flows, variable, value);
    }
}

/** Tells a value of a variable to its targets; when many of them can hold no more, those are targets no longer. */
function tellTargets(
  { targets, values }: Flows,
  variable: Variable,
  value: ValueId,
  put: (variable: Variable, value: ValueId) => void,
): void {
  const size = targets.size(variable);
  let full = 0;
  for (let index = 0; index < size; index += 1) {
    const target = targets.at(variable, index);
    if (values.isFull(target)) full += 1;
    else put(target, value);
  }
  if (full * 4 > size) targets.filter(variable, (target) => !values.isFull(target));
}

/** Tells a value of a variable to its listeners; those added on the way are told by whoever adds them. */
function tellListeners({ listeners, listenerOf }: Flows, variable: Variable, value: ValueId): void {
  const size = listeners.size(variable);
  for (let index = 0; index < size; index += 1) listenerOf[listeners.at(variable, index)]?.(value);
}
