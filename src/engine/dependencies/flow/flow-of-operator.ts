import { childrenOf, hasFlag, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { callProtocol } from '#engine/dependencies/calls/call-protocol.ts';
import type { FlowReader } from '#engine/dependencies/flow/flow-reader.ts';
import { putPrefixed } from '#engine/dependencies/members/literal-key.ts';
import { putTyped } from '#engine/dependencies/flow/put-typed.ts';

/** `left + right`: what the method of the operator gives, or another value of the left side's type. */
export function flowOfOperator(reader: FlowReader, node: number): Variable {
  const { tree, project, file } = reader;
  const result = project.graph.createVariable();
  const [left = -1, right] = partsOf(tree, node).map((part) => reader.read(part));
  const operator = operatorOf(reader, node);
  const site = { file, node };
  if (right === undefined) callProtocol(project, `unary ${operator}`, left, { site, args: [], result });
  else if (operator.endsWith('in')) callProtocol(project, operator, right, { site, args: [argument(left)], result });
  else {
    callProtocol(project, operator, left, { site, args: [argument(right)], result });
    callProtocol(project, `right ${operator}`, right, { site, args: [argument(left)], result });
  }
  project.graph.onValue(left, (id) => {
    const value = project.graph.valueOf(id);
    if (value.kind === 'object') project.graph.put(result, id);
    if (value.kind !== 'literal' || value.type === '') return;
    const prefix = writtenBefore(operator, value.key ?? value.prefix ?? '');
    if (prefix === '') putTyped(project, value.type, -1, result);
    else putPrefixed(project, { type: value.type, prefix }, result);
  });
  return result;
}

function argument(variable: Variable): { variable: Variable; name: null; isSpread: false } {
  return { variable, name: null, isSpread: false };
}

/** What a text is known to begin with, when something is put behind it or filled in. */
function writtenBefore(operator: string, text: string): string {
  if (operator === '+') return text;
  return operator === '%' ? (text.split('%', 1)[0] ?? '') : '';
}

/** The words between the operands, as in `a not in b`. */
function operatorOf({ tree }: FlowReader, node: number): string {
  return childrenOf(tree, node)
    .filter((child) => !hasFlag(tree, child, kindFlags.named) || kindName(tree, child) === 'not in')
    .map((child) => textOf(tree, child))
    .join(' ');
}
