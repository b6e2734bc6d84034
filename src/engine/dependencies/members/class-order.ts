import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { ClassOrder, ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** A base that may be more classes than this (a mixin made by a function) is asked as if it were the first ones. */
const mostAncestors = 4;

/**
 * A class and its ancestors in the order in which they are asked for a member (C3); outside classes stand for all of theirs.
 * Kept until the class gets another base.
 */
export function classOrder(project: ProjectModel, id: ValueId, above: readonly ValueId[] = []): readonly ValueId[] {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'class' || above.includes(id)) return [id];
  const held = value.bases.reduce((sum, base) => sum + project.graph.count(base), 0);
  const known = project.classOrders.get(id);
  if (known?.held === held) return known.order;
  const direct = value.bases.flatMap((base) => ancestors(project, base));
  if (known?.bases === direct.length) return keepOrder(project, id, { ...known, held });
  const bases = direct.filter((base) => !above.includes(base));
  const orders = bases.map((base) => classOrder(project, base, [...above, id]));
  const order = [id, ...merge([...orders, bases])];
  return keepOrder(project, id, { held, bases: direct.length, order });
}

function keepOrder(project: ProjectModel, id: ValueId, order: ClassOrder): readonly ValueId[] {
  project.classOrders.set(id, order);
  return order.order;
}

function ancestors(project: ProjectModel, base: Variable): ValueId[] {
  return project.graph
    .holds(base)
    .filter((id) => {
      const { kind } = project.graph.valueOf(id);
      return kind === 'class' || kind === 'external';
    })
    .slice(0, mostAncestors);
}

/** Takes the first head that stands in no other's tail; where the orders contradict each other, the first. */
function merge(orders: readonly (readonly ValueId[])[]): ValueId[] {
  const merged: ValueId[] = [];
  let left = orders.filter((order) => order.length > 0);
  while (left.length > 0) {
    const heads = left.map((order) => order[0] ?? -1);
    const next = heads.find((head) => left.every((order) => order.indexOf(head) < 1)) ?? heads[0] ?? -1;
    merged.push(next);
    left = left.map((order) => order.filter((each) => each !== next)).filter((order) => order.length > 0);
  }
  return merged;
}
