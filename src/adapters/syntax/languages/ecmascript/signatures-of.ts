import type { SignatureFact } from '#domain/atom/language-rules.ts';
import { childInField, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

const lists = new Set(['Array', 'ReadonlyArray']);

/** Types that stand for what is in them. */
const transparent = new Set(['Promise', 'Readonly', 'NonNullable', 'Awaited', 'PromiseLike']);

/** The types of functions that an annotation of TypeScript may mean, and names that may be of such types. */
export function signaturesOf(tree: SyntaxTree, annotation: number): readonly SignatureFact[] {
  switch (kindName(tree, annotation)) {
    case 'function_type':
      return [{ node: annotation, isName: false, isElement: false }];
    case 'type_identifier':
    case 'nested_type_identifier':
      return [{ node: annotation, isName: true, isElement: false }];
    case 'generic_type':
      return ofGeneric(tree, annotation);
    case 'array_type':
      return partsOf(tree, annotation).flatMap((part) => elementsOf(tree, part));
    case 'type_annotation':
    case 'parenthesized_type':
    case 'readonly_type':
    case 'union_type':
    case 'intersection_type':
      return partsOf(tree, annotation).flatMap((part) => signaturesOf(tree, part));
    default:
      return [];
  }
}

function ofGeneric(tree: SyntaxTree, generic: number): readonly SignatureFact[] {
  const name = childInField(tree, generic, 'name');
  const text = name < 0 ? '' : textOf(tree, name);
  const [inner = -1] = partsOf(tree, childInField(tree, generic, 'type_arguments'));
  if (lists.has(text)) return inner < 0 ? [] : elementsOf(tree, inner);
  if (transparent.has(text)) return inner < 0 ? [] : signaturesOf(tree, inner);
  return name < 0 ? [] : signaturesOf(tree, name);
}

function elementsOf(tree: SyntaxTree, type: number): readonly SignatureFact[] {
  return signaturesOf(tree, type)
    .filter(({ isElement }) => !isElement)
    .map((fact) => ({ ...fact, isElement: true }));
}
