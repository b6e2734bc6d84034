import { hasText, kindName } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { external, instanceOf } from '#engine/dependencies/values/shared-values.ts';
import { moduleAttribute } from '#engine/dependencies/project/module-attribute.ts';
import { noVariable, variableOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** A name: the variable of its binding, one that came in with a star import, or a builtin of the language. */
export function flowOfName(reader: FlowReader, node: number): Variable {
  const { file, project, tree, around } = reader;
  const index = file.nameAt[node] ?? -1;
  if (index < 0) return noVariable;
  const binding = file.names.bound[index] ?? -1;
  if (binding >= 0) {
    const narrowed = around.narrowed?.get(binding);
    return narrowed?.variable() ?? around.straight.names?.get(binding) ?? variableOf(reader, binding);
  }
  const name = file.names.texts[index] ?? '';
  const unwritten = file.unwritten.get(name);
  if (unwritten !== undefined) return unwritten;
  for (const star of file.stars) {
    const target = project.files[star];
    const found = target === undefined ? null : moduleAttribute(project, target, name, new Set());
    if (found !== null) return found;
  }
  const common = project.commonExports.get(file.index);
  if (common !== undefined && (name === 'module' || name === 'exports')) return common[name];
  if (!tree.grammar.rules.builtins.has(name) || constants.has(name)) return noVariable;
  const variable = project.graph.createVariable();
  project.graph.put(variable, external(project, `<builtin>.${name}`));
  return variable;
}

/** Names of the language that are values without members of interest. */
const constants = new Set(['undefined', 'NaN', 'Infinity', 'None', 'True', 'False', 'Ellipsis', 'NotImplemented']);

/** `this` and `super`. */
export function flowOfReceiver(reader: FlowReader, node: number): Variable {
  const { tree, around } = reader;
  return tree.grammar.rules.expressions.parent.includes(kindName(tree, node))
    ? parentVariable(reader)
    : around.receiver;
}

/** A variable that holds the parent side of the class around this place. */
export function parentVariable({ project, around }: FlowReader): Variable {
  const { classValue } = around;
  if (classValue === null) return noVariable;
  const variable = project.graph.createVariable();
  const instance = instanceOf(project, classValue);
  const parent = project.graph.sharedValue('super', classValue, () => ({
    kind: 'super',
    of: classValue,
    self: instance,
  }));
  project.graph.put(variable, parent);
  return variable;
}

/** Whether a call is Python's `super()`. */
export function isParentCall({ tree, file }: FlowReader, callee: number): boolean {
  if (callee < 0 || tree.language !== 'python' || !hasText(tree, callee, 'super')) return false;
  const index = file.nameAt[callee] ?? -1;
  return index >= 0 && (file.names.bound[index] ?? -1) < 0;
}
