import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, partsOf } from '#domain/atom/tree-navigation.ts';
import { flowOfConversion } from '#engine/dependencies/flow/flow-of-conversion.ts';
import { flowOfDelete } from '#engine/dependencies/flow/flow-of-delete.ts';
import { flowOfNamespace } from '#engine/dependencies/flow/flow-of-namespace.ts';
import type { Flow } from '#engine/dependencies/flow/flow-reader.ts';
import { flowOfAssignment, flowOfIteration } from '#engine/dependencies/flow/flow-of-assignment.ts';
import { flowOfBranch, rightOf } from '#engine/dependencies/flow/flow-of-branch.ts';
import { flowOfCast } from '#engine/dependencies/flow/declared-test.ts';
import { flowOfCall } from '#engine/dependencies/flow/flow-of-call.ts';
import { flowOfItem, flowOfMember } from '#engine/dependencies/flow/flow-of-access.ts';
import { flowOfContainer } from '#engine/dependencies/flow/flow-of-container.ts';
import { flowOfLiteral } from '#engine/dependencies/flow/flow-of-literal.ts';
import { flowOfRaise } from '#engine/dependencies/flow/flow-of-raise.ts';
import { flowOfDecorated } from '#engine/dependencies/flow/flow-of-decorated.ts';
import { flowOfReceiver } from '#engine/dependencies/flow/flow-of-name.ts';
import { flowOfComprehension } from '#engine/dependencies/flow/flow-of-comprehension.ts';
import { flowOfOperator } from '#engine/dependencies/flow/flow-of-operator.ts';
import { flowOfAlias, flowOfWith } from '#engine/dependencies/flow/flow-of-with.ts';
import { flowOfExport } from '#engine/dependencies/flow/flow-of-export.ts';
import { flowOfReturn, flowOfYield } from '#engine/dependencies/flow/flow-of-result.ts';

/** How the kinds of expressions of a language are read, by the name of the kind. */
export function flowsByName(kinds: SyntaxTree['grammar']['rules']['expressions']): Map<string, Flow> {
  const flows = new Map<string, Flow>();
  const add = (names: Iterable<string>, flow: Flow): void => {
    for (const name of names) flows.set(name, flow);
  };
  for (const [name, fields] of Object.entries(kinds.choice)) flows.set(name, flowOfChoice(fields));
  add(Object.keys(kinds.branch), flowOfBranch);
  for (const name of kinds.casts) flows.set(name, flowOfCast(flowOfChoice(kinds.choice[name] ?? [])));
  add(Object.keys(kinds.call), flowOfCall);
  add(Object.keys(kinds.member), flowOfMember);
  add(Object.keys(kinds.item), flowOfItem);
  add(Object.keys(kinds.assign), flowOfAssignment);
  add(Object.keys(kinds.iterate), flowOfIteration);
  add(kinds.container, flowOfContainer);
  add(kinds.returns, flowOfReturn);
  add(kinds.yields, flowOfYield);
  add(kinds.raises, flowOfRaise);
  add(Object.keys(kinds.literal), flowOfLiteral);
  add([...kinds.receiver, ...kinds.parent], flowOfReceiver);
  add(['decorated_definition'], flowOfDecorated);
  add(['export_statement'], flowOfExport);
  add(
    ['list_comprehension', 'set_comprehension', 'dictionary_comprehension', 'generator_expression'],
    flowOfComprehension,
  );
  add(kinds.operator, flowOfOperator);
  for (const name of kinds.converts) flows.set(name, flowOfConversion(flowOfChoice(kinds.choice[name] ?? [])));
  add(kinds.deletes, flowOfDelete);
  add(kinds.namespace, flowOfNamespace);
  add(['with_item'], flowOfWith);
  add(['as_pattern'], flowOfAlias);
  return flows;
}

/** The value of a choice may be that of any of its fields; the other parts are read for their effects. */
function flowOfChoice(fields: readonly (string | number)[]): Flow {
  return (reader, node) => {
    const { tree, project } = reader;
    const parts = partsOf(tree, node);
    const wanted = fields.map((field) => (typeof field === 'number' ? parts[field] : childInField(tree, node, field)));
    const result = project.graph.createVariable();
    const junction = wanted.length === 2 ? junctionOf(tree, node) : null;
    for (const part of parts) {
      const isRight = junction !== null && part === wanted[1];
      const variable = (isRight ? rightOf(reader, wanted[0] ?? -1, part, junction === 'all') : reader).read(part);
      // `a && b`: where it is `a`, that is nothing that can be called or asked for a member.
      const isWanted = junction === 'all' ? isRight : fields.includes('') || wanted.includes(part);
      if (isWanted) project.graph.copy(variable, result);
    }
    return result;
  };
}

/** `all`: both sides hold (`&&`); `any`: one of them (`||`); null for other operators. */
function junctionOf(tree: SyntaxTree, node: number): 'all' | 'any' | null {
  const test = tree.grammar.rules.flow.testOf?.(tree, node);
  return test?.kind === 'all' || test?.kind === 'any' ? test.kind : null;
}
