import { childInField, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { invokeValue } from '#engine/dependencies/calls/invoke.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** A decorated function or class: its name holds what the decorators make of it, innermost first; outside ones keep it. */
export function flowOfDecorated(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const definition = childInField(tree, node, 'definition');
  if (definition < 0) return noVariable;
  let value = reader.read(definition);
  for (const decorator of tree.grammar.rules.flow.decoratorsOf(tree, node).toReversed()) {
    const callee = reader.read(partsOf(tree, decorator)[0] ?? -1);
    const result = project.graph.createVariable();
    const given = value;
    const args = [{ variable: given, name: null, isSpread: false }];
    const site = { file, node: decorator };
    project.graph.onValue(callee, (id) => {
      const decorating = project.graph.valueOf(id);
      if (decorating.kind !== 'external') return invokeValue(project, id, { site, args, result, decorates: true });
      if (!isOnlyDeclared(reader, decorating.name)) project.graph.copy(given, result);
      if (decorating.name.startsWith('<builtin>')) return;
      project.edges.record({ site, target: { external: decorating.name }, kind: 'call', by: 'value' });
    });
    project.later.run(() => {
      if (project.graph.count(callee) === 0) project.graph.copy(given, result);
    });
    value = result;
  }
  project.graph.copy(value, reader.read(childInField(tree, definition, 'name')));
  return value;
}

/** `@overload`: how a function may be called; the one that is called comes after it, but in a file of declarations. */
function isOnlyDeclared({ tree }: FlowReader, decorator: string): boolean {
  return /^typing(?:_extensions)?\.overload$/u.test(decorator) && !tree.path.endsWith('.pyi');
}
