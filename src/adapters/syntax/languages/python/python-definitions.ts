import type { Definition } from '#domain/atom/symbols/definition.ts';
import { childInField, childOfKind, endOf, kindName, partsOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** What a statement of Python defines. Methods are told from functions by who asks: here all are functions. */
export function pythonDefinitions(tree: SyntaxTree, statement: number): readonly Definition[] {
  const isDecorated = kindName(tree, statement) === 'decorated_definition';
  const inner = isDecorated ? childInField(tree, statement, 'definition') : statement;
  if (inner < 0) return [];
  switch (kindName(tree, inner)) {
    case 'function_definition':
      return [functionDefinition(tree, inner, statement)];
    case 'class_definition':
      return [classDefinition(tree, inner, statement)];
    case 'type_alias_statement':
      return [valueDefinition(tree, textOf(tree, childInField(tree, inner, 'left')), statement, inner)];
    case 'expression_statement':
      return assignment(tree, inner);
    default:
      return [];
  }
}

function functionDefinition(tree: SyntaxTree, inner: number, node: number): Definition {
  const name = textOf(tree, childInField(tree, inner, 'name'));
  const body = childInField(tree, inner, 'body');
  const hasBody = body >= 0 && endOf(tree, body) > startOf(tree, body);
  const stub =
    name === '__init__' || !hasBody
      ? null
      : { start: startOf(tree, body), end: endOf(tree, body), before: '', after: '' };
  return {
    kind: 'function',
    name,
    node,
    value: inner,
    body,
    headerEnd: headerEnd(tree, inner),
    exported: isPublic(name),
    returnTypeKnown: childInField(tree, inner, 'return_type') >= 0,
    stub,
  };
}

function classDefinition(tree: SyntaxTree, inner: number, node: number): Definition {
  const name = textOf(tree, childInField(tree, inner, 'name'));
  const body = childInField(tree, inner, 'body');
  const base = { name, node, value: inner, body, headerEnd: headerEnd(tree, inner), exported: isPublic(name) };
  return { kind: 'class', ...base, returnTypeKnown: true, stub: null };
}

/** `name = value` and `name: type = value`; other targets are plain statements. */
function assignment(tree: SyntaxTree, statement: number): Definition[] {
  const [only] = partsOf(tree, statement);
  if (only === undefined || kindName(tree, only) !== 'assignment') return [];
  const target = childInField(tree, only, 'left');
  if (target < 0 || kindName(tree, target) !== 'identifier') return [];
  return [valueDefinition(tree, textOf(tree, target), statement, only)];
}

function valueDefinition(tree: SyntaxTree, name: string, node: number, value: number): Definition {
  const base = { name, node, value, body: none, headerEnd: endOf(tree, node), exported: isPublic(name) };
  return { kind: 'declaration', ...base, returnTypeKnown: true, stub: null };
}

function headerEnd(tree: SyntaxTree, inner: number): number {
  const colon = childOfKind(tree, inner, ':');
  return colon >= 0 ? startOf(tree, colon) : endOf(tree, inner);
}

function isPublic(name: string): boolean {
  return !name.startsWith('_') || /^__\w+__$/u.test(name);
}
