import type { ParameterFact } from '#domain/atom/language-rules.ts';
import { childInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import type { Parameter } from '#engine/dependencies/values/abstract-value.ts';
import { admitDeclared } from '#engine/dependencies/flow/admit-declared.ts';
import { assign } from '#engine/dependencies/flow/flow-of-assignment.ts';
import { giveSignature } from '#engine/dependencies/flow/give-signature.ts';
import { isRest, putIntoRest } from '#engine/dependencies/flow/rest-container.ts';
import { putInstanceOfType } from '#engine/dependencies/flow/flow-of-type.ts';
import { admit, declaredTest } from '#engine/dependencies/flow/declared-test.ts';
import { unknownTest } from '#engine/dependencies/flow/value-test.ts';
import { type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** The parameters of a function: each takes what its declared type lets through of its arguments. */
export function readParameters(reader: FlowReader, parameters: readonly ParameterFact[]): Parameter[] {
  const { tree, project } = reader;
  const { containerType } = tree.grammar.rules.expressions;
  return parameters.map(({ target, type, takes }): Parameter => {
    const variable = project.graph.createVariable();
    const fallback = project.graph.createVariable();
    const admits = isRest({ takes }) ? unknownTest : declaredTest(reader, type);
    assign(reader, target, isRest({ takes }) ? variable : admit(reader, admits, admitDeclared(reader, type, variable)));
    putInstanceOfType(reader, type, fallback);
    giveSignature(reader, type, variable);
    const value = childInField(tree, tree.parent[target] ?? 0, 'value');
    if (value > target) project.graph.copy(reader.read(value), fallback);
    const container = containerType[takes === 'names' ? 'dictionary' : 'array'];
    const isNothingAtFirst = value > target && kindName(tree, value) === 'none';
    const parameter = { name: textOf(tree, target), variable, fallback, isNothingAtFirst, takes, admits, container };
    if (isRest(parameter)) putIntoRest(project, parameter, null, fallback);
    else project.graph.copy(fallback, variable);
    return parameter;
  });
}
