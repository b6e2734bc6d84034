import type { ValueSort } from '#domain/atom/written-test.ts';
import type { AbstractValue, ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { Verdict } from '#engine/dependencies/flow/judge-value.ts';
import { isOutsideClass } from '#engine/dependencies/members/outside-class.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Whether a value is of a sort. What comes from outside, and proxies, may be anything. */
export function isOfSort(project: ProjectModel, sort: ValueSort, id: ValueId): Verdict {
  const value = project.graph.valueOf(id);
  switch (value.kind) {
    case 'function':
    case 'class':
    case 'bound':
    case 'partial':
    case 'method':
      return only(sort, ['function', 'something']);
    case 'module':
    case 'super':
      return only(sort, ['object', 'something']);
    case 'literal':
      return ofLiteral(value, sort);
    case 'object':
      return ofObject(value, sort);
    case 'instance':
      return ofInstance(project, value, sort);
    default:
      return 'maybe';
  }
}

function only(sort: ValueSort, sorts: readonly ValueSort[]): Verdict {
  return sorts.includes(sort) ? 'yes' : 'no';
}

function ofLiteral({ type, key }: Extract<AbstractValue, { kind: 'literal' }>, sort: ValueSort): Verdict {
  if (sort === 'something') return 'maybe';
  if (sort === 'text' || sort === 'scalar')
    return type === '' && key?.startsWith('@') !== true ? only(sort, ['text']) : 'maybe';
  return 'no';
}

function ofObject({ type, owner }: Extract<AbstractValue, { kind: 'object' }>, sort: ValueSort): Verdict {
  if (owner !== undefined) return sort === 'nothing' ? 'no' : 'maybe';
  if (sort === 'list') return type === undefined ? 'maybe' : type === 'Array' ? 'yes' : 'no';
  // Where containers have names of their own, an empty one counts as false.
  if (sort === 'something') return type?.startsWith('<') === true || type === undefined ? 'maybe' : 'yes';
  return only(sort, ['object']);
}

/** An object of a class that comes from one outside may be a text, a function, a list. */
function ofInstance(
  project: ProjectModel,
  { of }: Extract<AbstractValue, { kind: 'instance' }>,
  sort: ValueSort,
): Verdict {
  if (sort === 'nothing') return 'no';
  const order = classOrder(project, of);
  if (order.some((each) => isOutsideClass(project, each))) return 'maybe';
  const own = judged[sort];
  if (own?.some((name) => order.some((each) => has(project, each, name)) || project.givenMethods.has(name)) === true)
    return 'maybe';
  return only(sort, ['object', 'something']);
}

/** Methods by which an object of a class may count as false, and be called. */
const judged: Readonly<Partial<Record<ValueSort, readonly string[]>>> = {
  something: ['__bool__', '__len__'],
  function: ['__call__'],
};

function has({ graph }: ProjectModel, id: ValueId, name: string): boolean {
  const value = graph.valueOf(id);
  return value.kind === 'class' && value.attributes.has(name);
}
