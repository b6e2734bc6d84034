import { pairKey, type ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Whose attribute is asked for. */
export interface Receiver {
  readonly self: ValueId;
  readonly isInstance: boolean;
}

/** A function taken from an instance or class knows it; everything else is itself. */
export function bind(project: ProjectModel, id: ValueId, { self, isInstance }: Receiver): ValueId {
  const value = project.graph.valueOf(id);
  if (value.kind !== 'function') return id;
  const isBound =
    value.binding === 'class' ||
    (value.binding === 'self' && isInstance && (value.receiver >= 0 || value.accessor !== null || value.takesSelf)) ||
    (value.receiver >= 0 && value.binding !== 'none');
  if (!isBound) return id;
  return project.graph.sharedValue('bound', pairKey(id, self), () => ({ kind: 'bound', target: id, self }));
}
