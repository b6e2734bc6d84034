import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import { classOrder } from '#engine/dependencies/members/class-order.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** A member that more classes than this give says nothing of any of them. */
const mostHeirs = 40;

/** Methods that a language calls because something is done with the object, which then has them. */
const demanded = new Set('__call__ __enter__ __exit__ __aenter__ __aexit__ __getitem__ __next__'.split(' '));

/** Whether an object may have the member only from a class that comes from its own: constructors and most protocols are asked for on trial. */
export function mayBeAbstract(name: string): boolean {
  return name !== 'constructor' && (!name.startsWith('__') || demanded.has(name));
}

/** The classes that come from a class and have a member, or inherit it from elsewhere. */
export function heirsWith(project: ProjectModel, id: ValueId, name: string): readonly ValueId[] {
  const heirs = heirsOf(project, id).filter((heir) =>
    classOrder(project, heir).some((each) => {
      const value = project.graph.valueOf(each);
      return value.kind === 'class' && value.attributes.has(name);
    }),
  );
  return heirs.length > mostHeirs ? [] : heirs;
}

/** The classes that come from a class: known when the project has been read. */
export function heirsOf(project: ProjectModel, id: ValueId): readonly ValueId[] {
  if (project.heirs.size === 0)
    for (const heir of project.classes.keys())
      for (const base of classOrder(project, heir).slice(1))
        project.heirs.set(base, [...(project.heirs.get(base) ?? []), heir]);
  return project.heirs.get(id) ?? [];
}
