import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { Rank } from '#engine/dependencies/values/create-value-sets.ts';
import {
  createFlows,
  createVariable,
  forEachTold,
  holdings,
  putValue,
  settle,
} from '#engine/dependencies/values/value-flows.ts';

/** Variables, what they may hold, and how values flow between them; {@link AssignmentGraph.settle} computes the fixed point. */
export interface AssignmentGraph {
  createVariable(): Variable;
  createValue(value: AbstractValue): ValueId;
  valueOf(id: ValueId): AbstractValue;
  /** The one value of its sort and key, made on first use. */
  sharedValue(sort: string, key: string | number, make: () => AbstractValue): ValueId;
  put(variable: Variable, value: ValueId): void;
  copy(from: Variable, to: Variable): void;
  /** Called once for each value that the variable ever holds, at once or while the graph settles. */
  onValue(variable: Variable, listener: (value: ValueId) => void): void;
  holds(variable: Variable): readonly ValueId[];
  /** Whether it holds as many texts as a variable can: then any other may be meant, too. */
  mayBeAnyText(variable: Variable): boolean;
  /** How many values it holds. */
  count(variable: Variable): number;
  settle(): void;
}

/** Plain code has a variable for every third or fourth node; where there are more, the room grows. */
const nodesPerVariable = 4;
const leastRoom = 256;

/** Which kinds of values are counted apart in one variable. */
const ranks: Readonly<Partial<Record<AbstractValue['kind'], Rank>>> = {
  external: 'outside',
  method: 'outside',
  object: 'object',
  literal: 'text',
};

function rankOfValue(value: AbstractValue): Rank {
  if (value.kind === 'object' && value.acts === true) return 'acting';
  // `f.apply` counts as `f` does.
  return value.kind === 'method' && value.type === 'Function' ? 'own' : (ranks[value.kind] ?? 'own');
}

/** `nodes`: how many nodes of syntax will be read into it, about. */
export function createAssignmentGraph(nodes: number): AssignmentGraph {
  const flows = createFlows(Math.max(leastRoom, Math.floor(nodes / nodesPerVariable)));
  const known: AbstractValue[] = [];
  const shared = new Map<string, Map<string | number, ValueId>>();
  /** By value: asked for at every step. */
  const rankOf: Rank[] = [];
  const createValue = (value: AbstractValue): ValueId => {
    rankOf.push(rankOfValue(value));
    return known.push(value) - 1;
  };
  const put = (variable: Variable, value: ValueId): void => {
    if (variable >= 0) putValue(flows, variable, value, rankOf[value] ?? 'own');
  };
  return {
    createVariable: () => createVariable(flows),
    createValue,
    valueOf: (id) => known[id] ?? { kind: 'external', name: '', role: 'end' },
    sharedValue(sort, key, make) {
      const ofSort = shared.get(sort) ?? new Map<string | number, ValueId>();
      if (ofSort.size === 0) shared.set(sort, ofSort);
      const id = ofSort.get(key) ?? createValue(make());
      ofSort.set(key, id);
      return id;
    },
    put,
    copy(from, to) {
      const isNew = from >= 0 && to >= 0 && from !== to && !flows.values.isFull(to) && flows.targets.addOnce(from, to);
      if (isNew) forEachTold(flows, from, (value) => put(to, value));
    },
    onValue(variable, listener) {
      if (variable < 0) return;
      flows.listeners.add(variable, flows.listenerOf.push(listener) - 1);
      // Those that come meanwhile are told when the graph settles.
      forEachTold(flows, variable, listener);
    },
    holds: (variable) => holdings(flows, variable),
    mayBeAnyText: (variable) => variable >= 0 && flows.values.mayBeAnyText(variable),
    count: (variable) => (variable < 0 ? 0 : flows.values.size(variable)),
    settle: () => settle(flows, put),
  };
}
