import type { FlowRules } from '#domain/atom/language-rules.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, childOfKind, childrenInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';

/** Functions, types and annotations of Go. A method's first parameter is its receiver. */
export const goFlow: FlowRules = {
  parametersOf: (tree, functionNode) =>
    ['receiver', 'parameters'].flatMap((field) => {
      const list = childInField(tree, functionNode, field);
      return list < 0 ? [] : partsOf(tree, list).flatMap((part) => parameters(tree, part));
    }),
  // Embedded types give their methods on.
  basesOf(tree, typeSpec) {
    return fieldsIn(tree, typeSpec)
      .filter((field) => childInField(tree, field, 'name') < 0)
      .map((field) => namedType(tree, childInField(tree, field, 'type')))
      .filter((type) => type >= 0);
  },
  fieldsOf(tree, typeSpec) {
    return fieldsIn(tree, typeSpec).flatMap((field) => {
      const type = childInField(tree, field, 'type');
      return childrenInField(tree, field, 'name').map((name) => ({ name: textOf(tree, name), type }));
    });
  },
  typesGoByShape: true,
  namedTypes: (tree, annotation) => [namedType(tree, annotation)].filter((type) => type >= 0),
  decoratorsOf: () => [],
  accessorOf: () => null,
  bindingOf: (tree, functionNode) => (kindName(tree, functionNode) === 'method_declaration' ? 'self' : 'none'),
  receiverOf,
  resultOf(tree, functionNode) {
    const result = childInField(tree, functionNode, 'result');
    const [first] = result >= 0 && kindName(tree, result) === 'parameter_list' ? partsOf(tree, result) : [];
    return first === undefined ? result : childInField(tree, first, 'type');
  },
};

/** The fields of a struct, those that embed a type included; none of any other type. */
function fieldsIn(tree: SyntaxTree, typeSpec: number): readonly number[] {
  const fields = childOfKind(tree, childInField(tree, typeSpec, 'type'), 'field_declaration_list');
  return fields < 0 ? [] : partsOf(tree, fields);
}

/** The type that a method belongs to. */
export function receiverOf(tree: SyntaxTree, method: number): number {
  const list = childInField(tree, method, 'receiver');
  const [only] = list < 0 ? [] : partsOf(tree, list);
  return only === undefined ? none : namedType(tree, childInField(tree, only, 'type'));
}

/** `a, b T` are two parameters; one without a name still takes its argument. */
function parameters(tree: SyntaxTree, part: number): ReturnType<FlowRules['parametersOf']> {
  const type = childInField(tree, part, 'type');
  const takes = kindName(tree, part) === 'variadic_parameter_declaration' ? 'positions' : 'position';
  const names = childrenInField(tree, part, 'name');
  return (names.length === 0 ? [none] : names).map((target) => ({ target, type, takes }));
}

/** `*T`, `T[K]` and `pkg.T` mean T. */
function namedType(tree: SyntaxTree, annotation: number): number {
  if (annotation < 0) return none;
  switch (kindName(tree, annotation)) {
    case 'type_identifier':
    case 'qualified_type':
      return annotation;
    case 'pointer_type':
    case 'parenthesized_type':
      return namedType(tree, partsOf(tree, annotation)[0] ?? none);
    case 'generic_type':
      return namedType(tree, childInField(tree, annotation, 'type'));
    default:
      return none;
  }
}
