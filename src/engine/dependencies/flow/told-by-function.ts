import { childInField, kindName, partsOf } from '#domain/atom/tree-navigation.ts';
import { bindingOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { typeVariable } from '#engine/dependencies/flow/flow-of-type.ts';
import { readTest, testedBindings } from '#engine/dependencies/flow/read-test.ts';
import { unknownTest, type ValueTest } from '#engine/dependencies/flow/value-test.ts';

/** What a function tells of its first argument when it gives true, by its declared type or all that it gives back; null for nothing. */
export function toldBy(reader: FlowReader, node: number): ValueTest | null {
  const { tree } = reader;
  const { testOf, toldTypeOf, parametersOf } = tree.grammar.rules.flow;
  if (testOf === undefined) return null;
  const type = toldTypeOf?.(tree, node) ?? -1;
  if (type >= 0) return { kind: 'instance', classes: [typeVariable(reader, type)] };
  const given = onlyResult(reader, node);
  if (given < 0) return null;
  const binding = bindingOf(reader, parametersOf(tree, node)[0]?.target ?? -1);
  if (binding < 0 || !testedBindings(reader, given).has(binding)) return null;
  const test = readTest(reader, given, binding);
  return test === unknownTest ? null : test;
}

/** The expression that is all that a function gives back; -1 where it does more. */
function onlyResult({ tree }: FlowReader, node: number): number {
  const body = childInField(tree, node, 'body');
  const { returns } = tree.grammar.rules.expressions;
  if (body < 0) return -1;
  const [statement = -1, ...more] = partsOf(tree, body);
  if (statement >= 0 && more.length === 0 && returns.includes(kindName(tree, statement)))
    return partsOf(tree, statement)[0] ?? -1;
  return ['arrow_function', 'lambda'].includes(kindName(tree, node)) && !kindName(tree, body).endsWith('block')
    ? body
    : -1;
}
