import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, kindName, parentOf, partsOf, textOf } from '#domain/atom/tree-navigation.ts';

/** Types that stand for what is in them. */
const transparent = new Set(
  'Promise Readonly Partial Required NonNullable Awaited PromiseLike Exclude Extract Pick Omit NoInfer'.split(' '),
);

/** Types that are worked out from others: no object is of a class of that name. */
const workedOut = new Set('Record ReturnType InstanceType Parameters ConstructorParameters'.split(' '));

/** The names in an annotation of TypeScript that stand for classes or interfaces. */
export function namedTypes(tree: SyntaxTree, annotation: number): readonly number[] {
  if (annotation < 0) return [];
  switch (kindName(tree, annotation)) {
    case 'type_identifier':
    case 'nested_type_identifier':
    case 'identifier':
      return [annotation];
    case 'generic_type':
      return genericName(tree, annotation);
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
    case 'union_type':
      return partsOf(tree, annotation).flatMap((part) => namedTypes(tree, part));
    default:
      return [];
  }
}

/** `Name`, `module.Name`, `Name<…>`, perhaps or nothing: the names in it stand for themselves. */
export function isOneName(tree: SyntaxTree, annotation: number): boolean {
  switch (kindName(tree, annotation)) {
    case 'type_identifier':
    case 'nested_type_identifier':
      return true;
    case 'generic_type':
      return !transparent.has(textOf(tree, childInField(tree, annotation, 'name')));
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
      return partsOf(tree, annotation).every((part) => isOneName(tree, part));
    default:
      return false;
  }
}

function genericName(tree: SyntaxTree, generic: number): readonly number[] {
  const name = childInField(tree, generic, 'name');
  const text = textOf(tree, name);
  if (name < 0 || workedOut.has(text)) return [];
  if (!transparent.has(text)) return namedTypes(tree, name);
  const [inner] = partsOf(tree, childInField(tree, generic, 'type_arguments'));
  return parentOf(tree, generic) >= 0 && inner !== undefined ? namedTypes(tree, inner) : [];
}
