import type { AbstractValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadElementFrom, loadFrom, unknownKey } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import { loadElements, type BuiltinCall } from '#engine/dependencies/calls/call-builtin.ts';
import { loadByKey } from '#engine/dependencies/members/load-by-key.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

type Method = Extract<AbstractValue, { kind: 'method' }>;

/** Methods that put an argument into the container: which one (-1 = all). */
const adders: Readonly<Record<string, number>> = { append: 0, appendleft: 0, add: 0, insert: 1, push: -1, unshift: -1 };
/** Methods that put the elements of an argument into the container. */
const mergers = new Set(['extend', 'update']);
/** Methods with a key first and a value second. */
const keyed = new Set(['set', 'setdefault']);
/** Methods that give back the element of a key, or what is given instead. */
const getters = new Set(['get', 'pop', 'setdefault']);
const takers = new Set(['popleft', 'shift', 'pop', 'at', 'next', 'find', 'findLast']);
/** Methods that give back a container of the same elements. */
const keepers = new Set(
  'copy values slice concat filter sort toSorted reverse toReversed splice flat fill __iter__ add set'.split(' '),
);
/** Methods that put what they are given somewhere, or look for it: they call nothing. */
const keeping = new Set(
  [...Object.keys(adders), ...mergers, ...keyed, ...getters].concat(
    'concat count delete difference discard fill has includes index indexOf intersection issubset issuperset join lastIndexOf remove splice union'.split(
      ' ',
    ),
  ),
);
const pairs = new Set(['items', 'entries']);

/** A call of a method of the language: what it puts into its container, and what it gives back from there. */
export function callMethod(project: ProjectModel, method: Method, { args, result, callBack }: BuiltinCall): void {
  const { graph } = project;
  const container = graph.valueOf(method.of);
  if (container.kind !== 'object' && container.kind !== 'instance')
    return callBack(graph.createVariable(), graph.createVariable());
  const elements = ownAttribute(project, container.attributes, anyElement);
  const [first = -1, second = -1] = args.map(({ variable }) => variable);
  const store = { project, attributes: container.attributes, elements };
  const adder = adders[method.name];
  if (adder !== undefined)
    for (const { variable, isSpread } of adder < 0 ? args : args.slice(adder, adder + 1))
      if (isSpread) loadElements(project, variable, elements);
      else addElement(store, variable, unknownKey);
  if (mergers.has(method.name)) {
    loadElements(project, first, elements);
    loadElements(project, first, ownAttribute(project, container.attributes, unknownKey));
  }
  if (keyed.has(method.name)) storeByKey(project, first, (key) => addElement(store, second, key));
  if (getters.has(method.name)) {
    loadByKey(project, { object: holding(project, method.of), key: first, load: loadElementFrom }, result);
    graph.copy(second, result);
  }
  if (takers.has(method.name)) graph.copy(elements, result);
  if (keepers.has(method.name)) graph.put(result, method.of);
  if (pairs.has(method.name)) putPairs(project, method.of, result);
  if (!keeping.has(method.name)) callBack(graph.createVariable(), elements);
}

interface Store {
  readonly project: ProjectModel;
  readonly attributes: Map<string, Variable>;
  readonly elements: Variable;
}

function addElement({ project, attributes, elements }: Store, variable: Variable, key: string): void {
  project.graph.copy(variable, elements);
  project.graph.copy(variable, ownAttribute(project, attributes, key));
}

function storeByKey(project: ProjectModel, key: Variable, store: (key: string) => void): void {
  const values = Array.from(project.graph.holds(key), (id) => project.graph.valueOf(id));
  if (values.length === 0) store(unknownKey);
  project.graph.onValue(key, (id) => {
    const value = project.graph.valueOf(id);
    store(value.kind === 'literal' && value.key !== null ? value.key : unknownKey);
  });
}

function holding(project: ProjectModel, id: ValueId): Variable {
  const variable = project.graph.createVariable();
  project.graph.put(variable, id);
  return variable;
}

/** A list of pairs of which the second is an element. */
function putPairs(project: ProjectModel, container: ValueId, to: Variable): void {
  const pair = project.graph.sharedValue('pair', container, () => ({ kind: 'object', attributes: new Map() }));
  const list = project.graph.sharedValue('pairs', container, () => ({ kind: 'object', attributes: new Map() }));
  const pairValue = project.graph.valueOf(pair);
  const listValue = project.graph.valueOf(list);
  if (pairValue.kind !== 'object' || listValue.kind !== 'object') return;
  loadFrom(project, container, anyElement, ownAttribute(project, pairValue.attributes, '1'));
  loadFrom(project, container, anyElement, ownAttribute(project, pairValue.attributes, anyElement));
  project.graph.put(ownAttribute(project, listValue.attributes, anyElement), pair);
  project.graph.put(to, list);
}
