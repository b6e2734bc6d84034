import { childInField, hasText, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { putModule } from '#engine/dependencies/project/bind-imports.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { literalKey } from '#engine/dependencies/members/literal-key.ts';

/** What `require('./x')` and `import('./x')` give; null for other calls. */
export function requiredModule(reader: FlowReader, node: number, callee: number): Variable | null {
  const { tree, project, file } = reader;
  const isImport = callee >= 0 && kindName(tree, callee) === 'import';
  const isRequire = callee >= 0 && tree.language !== 'python' && hasText(tree, callee, 'require');
  if (!isImport && !isRequire) return null;
  const [source = -1] = partsOf(tree, childInField(tree, node, 'arguments'));
  const written = literalKey(tree, source);
  const target = written === null ? null : project.resolveImport(file, written);
  const result = project.graph.createVariable();
  if (target === null) reader.read(source);
  else putModule(project, result, target);
  return result;
}
