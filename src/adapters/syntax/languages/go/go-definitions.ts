import { receiverOf } from '#adapters/syntax/languages/go/go-flow.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import {
  afterOf,
  childInField,
  childrenInField,
  endOf,
  kindName,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';

/** What a statement of Go defines. A method belongs to the type of its receiver, wherever it stands. */
export function goDefinitions(tree: SyntaxTree, statement: number): readonly Definition[] {
  switch (kindName(tree, statement)) {
    case 'function_declaration':
      return [functionDefinition(tree, statement, {})];
    case 'method_declaration':
      return [functionDefinition(tree, statement, { owner: ownerName(tree, statement) })];
    case 'type_declaration':
    case 'const_declaration':
    case 'var_declaration':
      return specDefinitions(tree, statement);
    default:
      return [];
  }
}

function ownerName(tree: SyntaxTree, method: number): string {
  const type = receiverOf(tree, method);
  return type < 0 ? '' : textOf(tree, type);
}

function functionDefinition(tree: SyntaxTree, node: number, place: { readonly owner?: string }): Definition {
  const name = textOf(tree, childInField(tree, node, 'name'));
  const body = childInField(tree, node, 'body');
  const stub = body < 0 ? null : { start: startOf(tree, body), end: endOf(tree, body), before: '{ ', after: ' }' };
  const headerEnd = body < 0 ? endOf(tree, node) : startOf(tree, body);
  const base = { name, node, value: node, body, headerEnd, exported: isPublic(name), returnTypeKnown: true, stub };
  return { kind: place.owner === undefined ? 'function' : 'method', ...base, ...place };
}

const specKinds = new Set(['type_spec', 'type_alias', 'const_spec', 'var_spec']);

/** One definition for each name; a group's specs stand in one statement. */
function specDefinitions(tree: SyntaxTree, statement: number): Definition[] {
  const specs: number[] = [];
  for (let node = statement + 1; node < afterOf(tree, statement);) {
    const isSpec = specKinds.has(kindName(tree, node));
    if (isSpec) specs.push(node);
    node = isSpec ? afterOf(tree, node) : node + 1;
  }
  return specs.flatMap((spec) =>
    childrenInField(tree, spec, 'name').map((nameNode): Definition => {
      const name = textOf(tree, nameNode);
      const node = specs.length === 1 ? statement : spec;
      const kind = kindName(tree, spec) === 'type_spec' ? 'class' : 'declaration';
      const base = { name, node, value: spec, body: none, headerEnd: endOf(tree, node), exported: isPublic(name) };
      return { kind, ...base, returnTypeKnown: true, stub: null };
    }),
  );
}

function isPublic(name: string): boolean {
  return /^\p{Lu}/u.test(name);
}
