import { kindFlags } from '#domain/atom/kind-flags.ts';
import { childInField, hasFlag, kindName, parentOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { FunctionValue, ValueId, Variable } from '#engine/dependencies/values/abstract-value.ts';
import { storeAttribute } from '#engine/dependencies/members/attributes.ts';
import { readTypeParameters } from '#engine/dependencies/flow/flow-of-declared-type.ts';
import { giveSignature } from '#engine/dependencies/flow/give-signature.ts';
import { copiesOf, type ReadFunction } from '#engine/dependencies/flow/copied-functions.ts';
import { giveBack, passingOf } from '#engine/dependencies/flow/passed-parameters.ts';
import { putInstanceOfType } from '#engine/dependencies/flow/flow-of-type.ts';
import { createStraightCode } from '#engine/dependencies/flow/straight-code.ts';
import { steadyNames, type NarrowedNames } from '#engine/dependencies/flow/narrowed-names.ts';
import { admit, declaredTest } from '#engine/dependencies/flow/declared-test.ts';
import { toldBy } from '#engine/dependencies/flow/told-by-function.ts';
import { isName, noVariable, type FlowReader, type Surroundings } from '#engine/dependencies/flow/flow-reader.ts';
import { readParameters } from '#engine/dependencies/flow/read-parameters.ts';

/** A function of any kind: a value with parameters and a result; a declared one is also bound to its name. */
export function flowOfFunction(reader: FlowReader, node: number): Variable {
  const { tree, project } = reader;
  const own = project.graph.createVariable();
  const { id, readBody: readItsBody } = functionAt(reader, node);
  project.graph.put(own, id);
  const holder = tree.grammar.rules.flow.receiverOf?.(tree, node) ?? -1;
  if (holder >= 0) storeAttribute(project, reader.read(holder), textOf(tree, childInField(tree, node, 'name')), own);
  readItsBody();
  const name = childInField(tree, node, 'name');
  if (isName(reader, name) && !isDecorated(reader, node)) project.graph.copy(own, reader.read(name));
  return own;
}

/** The function that a node stands for; its body is read when all that it may need is known. */
function functionAt(reader: FlowReader, node: number): ReadFunction {
  const { tree, project, file, around } = reader;
  const given = project.graph.createVariable();
  const { resultOf, parametersOf, bindingOf, accessorOf } = tree.grammar.rules.flow;
  const type = resultOf?.(tree, node) ?? childInField(tree, node, 'return_type');
  const gives = declaredTest(reader, type);
  const result = admit(reader, gives, given);
  const keepsReceiver = kindName(tree, node) === 'arrow_function' || hasNoReceiver(reader);
  const receiver = keepsReceiver || !namesReceiver(reader, node) ? noVariable : project.graph.createVariable();
  readTypeParameters(reader, node);
  const written = parametersOf(tree, node);
  const parameters = readParameters(reader, written);
  const passing = passingOf(reader, written, { hasReceiver: !keepsReceiver && receiver !== noVariable, gives });
  const value: FunctionValue = {
    kind: 'function',
    symbol: file.firstSymbol + (file.symbols.byValue.get(node) ?? file.owners[node] ?? 0),
    inner: file.symbols.byValue.has(node) ? null : { file, node },
    parameters,
    result,
    passes: passing.passes,
    depends: passing.depends,
    copyAt: copiesOf(reader, node, (again) => functionAt(again, node)),
    binding: bindingOf(tree, node),
    receiver,
    takesSelf: hasNoReceiver(reader),
    accessor: accessorOf(tree, node),
    tells: toldBy(reader, node),
  };
  const id = project.graph.createValue(value);
  putInstanceOfType(reader, type, result);
  giveSignature(reader, type, result);
  if (around.isClassBody) giveSelf(reader, id, receiver);
  const own = { result: given, passing, receiver: keepsReceiver ? around.receiver : receiver };
  return { id, value, readBody: () => readBody(reader, node, own) };
}

function readBody(reader: FlowReader, node: number, own: Pick<Surroundings, 'result' | 'passing' | 'receiver'>): void {
  const body = childInField(reader.tree, node, 'body');
  const inside = reader.inside({
    ...reader.around,
    ...own,
    straight: createStraightCode(),
    narrowed: inherited(reader, node),
    isClassBody: false,
  });
  if (isExpressionBody(reader, node, body)) giveBack(inside, body);
  else inside.read(body);
}

/** A declared function may run before what stands around it does; others begin where they stand. */
function inherited({ tree, around }: FlowReader, node: number): NarrowedNames | null {
  return hasFlag(tree, parentOf(tree, node), kindFlags.block) ? null : steadyNames(around.narrowed);
}

/** A method knows its object even where nobody in the project calls it. */
function giveSelf({ project, around }: FlowReader, id: ValueId, receiver: Variable): void {
  const value = project.graph.valueOf(id);
  const { classValue } = around;
  if (value.kind !== 'function' || classValue === null) return;
  if (receiver !== noVariable) return project.graph.copy(around.receiver, receiver);
  const [self] = value.parameters;
  if (self === undefined || !value.takesSelf || value.binding === 'none') return;
  if (value.binding === 'class') project.graph.put(self.variable, classValue);
  else project.graph.copy(around.receiver, self.variable);
}

/** A language without a word for it has the object as a parameter. */
function hasNoReceiver({ tree }: FlowReader): boolean {
  return tree.grammar.rules.expressions.receiver.length === 0;
}

function isExpressionBody({ tree }: FlowReader, node: number, body: number): boolean {
  const kind = kindName(tree, node);
  return (kind === 'arrow_function' || kind === 'lambda') && body >= 0 && kindName(tree, body) !== 'statement_block';
}

/** Whether `this` stands somewhere in a function. */
function namesReceiver({ tree }: FlowReader, node: number): boolean {
  return /\b(?:this|super)\b/u.test(textOf(tree, node));
}

function isDecorated({ tree }: FlowReader, node: number): boolean {
  return kindName(tree, tree.parent[node] ?? 0) === 'decorated_definition';
}
