import { kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import type { ValueSort } from '#domain/atom/written-test.ts';

/** Words for types → what is of them. */
const words: Readonly<Record<string, ValueSort>> = {
  string: 'text',
  number: 'scalar',
  boolean: 'scalar',
  bigint: 'scalar',
  symbol: 'scalar',
  void: 'nothing',
  undefined: 'nothing',
  null: 'nothing',
};

/** What a type of TypeScript lets through, where it is made of texts, numbers, functions and lists; null for any other. */
export function declaredSorts(tree: SyntaxTree, annotation: number): readonly ValueSort[] | null {
  if (annotation < 0) return null;
  switch (kindName(tree, annotation)) {
    case 'predefined_type':
    case 'undefined':
    case 'null':
      return sortOf(textOf(tree, annotation));
    case 'literal_type':
      return sortOf(textOf(tree, annotation)) ?? ofLiteral(textOf(tree, annotation));
    case 'template_literal_type':
      return ['text'];
    case 'function_type':
      return ['function', 'nothing'];
    case 'array_type':
    case 'tuple_type':
      return ['list', 'nothing'];
    case 'type_annotation':
    case 'parenthesized_type':
    case 'union_type':
      return ofAll(partsOf(tree, annotation).map((part) => declaredSorts(tree, part)));
    default:
      return null;
  }
}

function sortOf(word: string): readonly ValueSort[] | null {
  const sort = Object.hasOwn(words, word) ? words[word] : undefined;
  return sort === undefined ? null : [sort];
}

function ofLiteral(text: string): readonly ValueSort[] {
  return /^["'`]/u.test(text) ? ['text'] : ['scalar'];
}

function ofAll(each: readonly (readonly ValueSort[] | null)[]): readonly ValueSort[] | null {
  return each.length > 0 && each.every((sorts) => sorts !== null) ? each.flat() : null;
}
