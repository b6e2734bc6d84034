import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import { callTrap, unknownArgument } from '#engine/dependencies/calls/call-trap.ts';
import { putPrefixed } from '#engine/dependencies/members/literal-key.ts';
import { noVariable, type Flow, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { literalValue } from '#engine/dependencies/values/shared-values.ts';

/** Operators between numbers, or texts: what stands beside them is made one. */
const converting = new Set('+ - * / % ** < > <= >= | & ^ ~ << >> >>>'.split(' '));
/** Operators whose value is one of their operands. */
const choosing = new Set(['&&', '||', '??']);

/** `left - right`, `-value`: objects are asked for a number or text. `choice`: how `left || right` is read. */
export function flowOfConversion(choice: Flow): Flow {
  return (reader, node) => {
    const { tree, project, file } = reader;
    const operator = textOf(tree, childInField(tree, node, 'operator'));
    if (choosing.has(operator)) return choice(reader, node);
    const operands = partsOf(tree, node).map((part) => ({ part, value: reader.read(part) }));
    const site = { file, node };
    if (converting.has(operator))
      for (const { value } of operands)
        callProtocol(project, operator === '+' ? 'sum' : 'number', value, {
          site,
          args: [],
          result: noVariable,
        });
    const last = operands.at(-1);
    const trapped = { site, args: [unknownArgument], result: noVariable };
    if (operator === 'in') callTrap(project, 'has', last?.value ?? noVariable, trapped);
    if (operator === 'delete') callTrap(project, 'deleteProperty', objectOf(reader, last?.part ?? -1), trapped);
    return operator === '+' && operands.length === 2 ? joined(reader, operands[0]?.value ?? noVariable) : noVariable;
  };
}

/** `"before" + value`: a text of which the beginning is known. */
function joined({ project }: FlowReader, left: Variable): Variable {
  const { graph } = project;
  const result = graph.createVariable();
  graph.onValue(left, (id) => {
    const value = graph.valueOf(id);
    if (value.kind !== 'literal') return;
    const prefix = value.key ?? value.prefix ?? '';
    if (prefix === '') graph.put(result, literalValue(project, value.type, null));
    else putPrefixed(project, { type: value.type, prefix }, result);
  });
  return result;
}

/** What the member or item belongs to. */
function objectOf(reader: FlowReader, node: number): Variable {
  const { member, item } = reader.tree.grammar.rules.expressions;
  const kind = node < 0 ? '' : kindName(reader.tree, node);
  const shape = member[kind] ?? item[kind];
  return shape === undefined ? noVariable : reader.read(childInField(reader.tree, node, shape.object));
}
