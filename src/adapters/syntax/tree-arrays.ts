import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** The arrays of a syntax tree while they are filled. */
export type TreeArrays = Pick<SyntaxTree, 'kind' | 'field' | 'start' | 'end' | 'parent' | 'after'>;
