import { partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { anyElement, loadFrom } from '#engine/dependencies/members/attributes.ts';
import { ownAttribute } from '#engine/dependencies/members/own-attribute.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `list[from:to]`: a list of its own with the elements of those positions; of a list that is not known, the same. */
export function loadPart({ tree, project }: FlowReader, object: Variable, slice: number, result: Variable): void {
  const written = /^(\d*)\s*:\s*(\d*)$/u.exec(textOf(tree, slice));
  project.graph.onValue(object, (id) => {
    const value = project.graph.valueOf(id);
    const isKnown = written !== null && value.kind === 'object' && value.length !== undefined;
    if (!isKnown || partsOf(tree, slice).length > 2) return project.graph.put(result, id);
    const to = written[2] === '' ? value.length : Number(written[2]);
    takeElements(project, { id, from: Number(written[1]), to: Math.min(to, value.length) }, result);
  });
}

/** Neighbouring elements of a list whose length is known. */
export interface Taken {
  readonly id: number;
  readonly from: number;
  readonly to: number;
}

/** Lets a variable hold a list of its own with some of the elements of another. */
export function takeElements(project: ProjectModel, { id, from, to }: Taken, result: Variable): void {
  const attributes = new Map<string, Variable>();
  for (let position = from; position < to; position += 1) {
    loadFrom(project, id, `${position}`, ownAttribute(project, attributes, `${position - from}`));
    loadFrom(project, id, `${position}`, ownAttribute(project, attributes, anyElement));
  }
  const length = Math.max(0, to - from);
  project.graph.put(result, project.graph.createValue({ kind: 'object', attributes, length }));
}
