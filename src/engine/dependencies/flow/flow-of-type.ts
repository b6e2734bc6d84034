import { kindFlags } from '#domain/atom/kind-flags.ts';
import { hasFlag, textOf } from '#domain/atom/tree-navigation.ts';
import type { ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { putHeirs } from '#engine/dependencies/flow/put-heirs.ts';
import { instanceOf } from '#engine/dependencies/values/shared-values.ts';

/** The attribute that only types of functions have: there are no objects of these. */
export const signatureKey = '(function)';

/** Lets a variable hold instances of the classes that an annotation names, when they are of the project. */
export function putInstanceOfType(reader: FlowReader, annotation: number, variable: Variable): void {
  const { tree } = reader;
  const names = tree.grammar.rules.flow.namedTypes(tree, annotation);
  for (const name of names) putInstanceOf(reader, name, { variable, isOnly: names.length === 1 });
}

interface Place {
  readonly variable: Variable;
  /** Whether the annotation names nothing else: a union with something from outside says nothing of that. */
  readonly isOnly: boolean;
}

function putInstanceOf(reader: FlowReader, name: number, { variable, isOnly }: Place): void {
  const { project } = reader;
  project.graph.onValue(typeVariable(reader, name), (id: ValueId) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'class') {
      if (value.attributes.has(signatureKey)) return;
      project.graph.put(variable, instanceOf(project, id));
      putHeirs(project, id, variable);
      // A type variable, and whatever else an outside call made, is no class.
    } else if (isOnly && value.kind === 'external' && value.role === 'name') project.graph.put(variable, id);
  });
}

/** The variable of what `namedTypes` found; a name in quotes is one of the module. */
export function typeVariable(reader: FlowReader, name: number): Variable {
  const { tree, file } = reader;
  if (!hasFlag(tree, name, kindFlags.string)) return reader.read(name);
  const binding = file.names.scopes[0]?.names.get(textOf(tree, name).slice(1, -1));
  return binding === undefined ? noVariable : (file.variables[binding] ?? noVariable);
}
