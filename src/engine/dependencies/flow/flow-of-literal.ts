import { kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import { noVariable, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { literalValue } from '#engine/dependencies/values/shared-values.ts';
import { putPrefixed, literalKey, writtenPrefix } from '#engine/dependencies/members/literal-key.ts';

/** A text or number: which one it is may matter, as a key. */
export function flowOfLiteral(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  for (const part of partsOf(tree, node)) readPart(reader, part);
  const type = tree.grammar.rules.expressions.literal[kindName(tree, node)] ?? '';
  const key = literalKey(tree, node);
  const variable = project.graph.createVariable();
  const prefix = key === null ? writtenPrefix(tree, node) : '';
  if (prefix === '') project.graph.put(variable, literalValue(project, type, key));
  else putPrefixed(project, { type, prefix }, variable);
  return variable;
}

/** What is filled in is made a text. */
function readPart(reader: FlowReader, part: number): void {
  const { tree, project, file } = reader;
  if (kindName(tree, part) !== 'template_substitution') return void reader.read(part);
  const call = { site: { file, node: part }, args: [], result: noVariable };
  for (const inner of partsOf(tree, part)) callProtocol(project, 'text', reader.read(inner), call);
}
