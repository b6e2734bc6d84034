import type { ValueId, Variable } from '#engine/dependencies/abstract-value.ts';
import { moduleAttribute } from '#engine/dependencies/module-attribute.ts';
import { loadFromBases, loadFromClass } from '#engine/dependencies/class-attributes.ts';
import { external, externalMember, moduleValue } from '#engine/dependencies/shared-values.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** The key of all elements together. */
export const anyElement = '[*]';

/** The key of elements stored under a key that is not known. */
export const unknownKey = '[?]';

/** The method of dictionaries that takes the entries of another: it is followed itself. */
export const mergeMethod = 'update';

/** As {@link loadAttribute} for `object.name`: a member of a text or dictionary is a method of the language. */
export function loadMember(project: ProjectModel, object: Variable, name: string, to: Variable): void {
  project.graph.onValue(object, (id) => {
    const value = project.graph.valueOf(id);
    const isTyped = (value.kind === 'object' || value.kind === 'literal') && value.type !== undefined;
    if (isTyped && name === mergeMethod) return;
    if (isTyped) project.graph.put(to, external(project, `${value.type}.${name}`));
    else loadFrom(project, id, name, to);
  });
}

/** Lets `to` hold what attribute `name` of `object` may be. */
export function loadAttribute(project: ProjectModel, object: Variable, name: string, to: Variable): void {
  project.graph.onValue(object, (value) => loadFrom(project, value, name, to));
}

/** Lets attribute `name` of `object` hold what `from` may be. */
export function storeAttribute(project: ProjectModel, object: Variable, name: string, from: Variable): void {
  project.graph.onValue(object, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'module') {
      const file = project.files[value.file];
      const variable = file === undefined ? null : moduleAttribute(project, file, name, new Set());
      if (variable !== null) project.graph.copy(from, variable);
    } else if ('attributes' in value) {
      project.graph.copy(from, ownAttribute(project, value.attributes, name));
    }
  });
}

/** Lets `to` hold what attribute `name` of one value may be. */
export function loadFrom(project: ProjectModel, id: ValueId, name: string, to: Variable): void {
  const { graph } = project;
  const value = graph.valueOf(id);
  switch (value.kind) {
    case 'module':
      return loadFromModule(project, value.file, name, to);
    case 'class':
      return loadFromClass(project, id, { name, to, receiver: { self: id, isInstance: false } });
    case 'instance':
      graph.copy(ownAttribute(project, value.attributes, name), to);
      return loadFromClass(project, value.of, { name, to, receiver: { self: id, isInstance: true } });
    case 'super':
      return loadFromBases(project, value.of, { name, to, receiver: { self: value.self, isInstance: true } });
    case 'object':
      return graph.copy(ownAttribute(project, value.attributes, name), to);
    case 'external':
      return graph.put(to, externalMember(project, id, name));
    default:
      return;
  }
}

/** The variable of an attribute that a value has for itself, made on first use. */
export function ownAttribute(project: ProjectModel, attributes: Map<string, Variable>, name: string): Variable {
  const known = attributes.get(name);
  if (known !== undefined) return known;
  const variable = project.graph.createVariable();
  attributes.set(name, variable);
  return variable;
}

function loadFromModule(project: ProjectModel, index: number, name: string, to: Variable): void {
  const file = project.files[index];
  const variable = file === undefined ? null : moduleAttribute(project, file, name, new Set());
  if (variable !== null) return project.graph.copy(variable, to);
  const submodule = file === undefined ? null : project.submodule(file, name);
  if (submodule !== null) project.graph.put(to, moduleValue(project, submodule));
}
