import {
  classDefinition,
  functionDefinition,
  valueDefinition,
} from '#adapters/syntax/languages/ecmascript/make-definition.ts';
import { assignedName, assignedValue } from '#adapters/syntax/languages/ecmascript/assigned-name.ts';
import type { Definition } from '#domain/atom/symbols/definition.ts';
import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

const functionKinds = new Set([
  'function_declaration',
  'generator_function_declaration',
  'function_expression',
  'generator_function',
  'arrow_function',
]);
const classKinds = new Set(['class_declaration', 'abstract_class_declaration', 'class']);
const valueKinds = new Set([
  'interface_declaration',
  'type_alias_declaration',
  'enum_declaration',
  'internal_module',
  'module',
  'function_signature',
]);
const functionValues = new Set(['arrow_function', 'function_expression', 'generator_function']);

/** What a statement or class member of JavaScript or TypeScript defines. */
export function ecmascriptDefinitions(tree: SyntaxTree, statement: number): readonly Definition[] {
  const isExport = kindName(tree, statement) === 'export_statement';
  if (!isExport) return definitionsOf(tree, statement, statement, false);
  const declaration = childInField(tree, statement, 'declaration');
  const inner = declaration >= 0 ? declaration : childInField(tree, statement, 'value');
  if (inner < 0) return [];
  const found = definitionsOf(tree, inner, statement, true);
  if (found.length > 0 || declaration >= 0) return found;
  return [valueDefinition(tree, { name: 'default', node: statement, value: inner, exported: true })];
}

function definitionsOf(tree: SyntaxTree, inner: number, node: number, exported: boolean): readonly Definition[] {
  const kind = kindName(tree, inner);
  const nameNode = childInField(tree, inner, 'name');
  const name = nameNode >= 0 ? textOf(tree, nameNode) : 'default';
  const named = { name, node, value: inner, exported };
  if (functionKinds.has(kind)) return [functionDefinition(tree, { ...named, kind: 'function', typed: false })];
  if (classKinds.has(kind)) return [classDefinition(tree, named)];
  if (valueKinds.has(kind)) return [valueDefinition(tree, named)];
  switch (kind) {
    case 'method_definition':
      return [functionDefinition(tree, { ...named, exported: !name.startsWith('#'), kind: 'method', typed: false })];
    case 'public_field_definition':
    case 'field_definition':
      return fieldDefinition(tree, inner);
    case 'lexical_declaration':
    case 'variable_declaration':
      return declarators(tree, inner, node, exported);
    case 'expression_statement':
      return assignedDefinition(tree, inner);
    default:
      return [];
  }
}

function declarators(tree: SyntaxTree, declaration: number, node: number, exported: boolean): Definition[] {
  const all = partsOf(tree, declaration).filter((part) => kindName(tree, part) === 'variable_declarator');
  return all.map((declarator) => {
    const target = childInField(tree, declarator, 'name');
    const value = assignedValue(tree, childInField(tree, declarator, 'value'));
    const name = textOf(tree, target);
    const whole = all.length === 1 ? node : declarator;
    if (value >= 0 && kindName(tree, value) === 'class')
      return classDefinition(tree, { name, node: whole, value, exported });
    if (value >= 0 && functionValues.has(kindName(tree, value))) {
      const typed = childInField(tree, declarator, 'type') >= 0;
      return functionDefinition(tree, { name, node: whole, value, exported, kind: 'function', typed });
    }
    return valueDefinition(tree, { name, node: whole, value: declarator, exported });
  });
}

/** `exports.name = function …`, `Class.prototype.name = function …`: a function that a module or class is given. */
function assignedDefinition(tree: SyntaxTree, statement: number): Definition[] {
  const [assignment = -1] = partsOf(tree, statement);
  const value = assignedValue(tree, assignment);
  if (value < 0 || value === assignment) return [];
  const kind = kindName(tree, value);
  const name = assignedName(tree, assignment, value);
  if (name === null) return [];
  const named = { name, node: statement, value, exported: true };
  if (kind === 'class') return [classDefinition(tree, named)];
  return functionValues.has(kind) ? [functionDefinition(tree, { ...named, kind: 'function', typed: false })] : [];
}

function fieldDefinition(tree: SyntaxTree, field: number): Definition[] {
  const value = childInField(tree, field, 'value');
  if (value < 0 || !functionValues.has(kindName(tree, value))) return [];
  const given = childInField(tree, field, 'name');
  const name = textOf(tree, given >= 0 ? given : childInField(tree, field, 'property'));
  const typed = childInField(tree, field, 'type') >= 0;
  return [
    functionDefinition(tree, { name, node: field, value, exported: !name.startsWith('#'), kind: 'method', typed }),
  ];
}
