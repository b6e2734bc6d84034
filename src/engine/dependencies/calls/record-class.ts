import type { ValueId } from '#engine/dependencies/values/abstract-value.ts';
import type { EdgeTarget } from '#engine/dependencies/project/create-edge-recorder.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

export type EdgeEnd = Extract<EdgeTarget, { symbol: number }>;

/** Notes that a function is called. */
export function recordCall(project: ProjectModel, site: Site, { symbol, inner = null }: EdgeEnd): void {
  project.edges.record({ site, target: { symbol, inner }, kind: 'call', by: 'value' });
}

/** Notes that an object of a class is made. */
export function recordClass(project: ProjectModel, id: ValueId, { symbol, inner = null }: EdgeEnd, site: Site): void {
  // The call is one of the constructor, where the class has one.
  const made = project.graph.valueOf(id);
  const hasOwn = made.kind === 'class' && made.attributes.has('constructor');
  const kind = hasOwn || site.file.tree.grammar.rules.expressions.receiver.length === 0 ? 'data' : 'call';
  project.edges.record({ site, target: { symbol, inner }, kind, by: 'value' });
}
