import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { MutationRules } from '#domain/atom/mutation-rules.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, endOf, hasFlag, kindName, startOf } from '#domain/atom/tree-navigation.ts';
import { mutateExpression } from '#domain/mutation/mutate-expression.ts';
import { mutateStatement } from '#domain/mutation/mutate-statement.ts';
import type { Mutant } from '#domain/mutation/mutant.ts';

/** One way to make a node wrong. */
export type Planted = Omit<Mutant, 'line'>;

/**
 * All faults that can be planted inside functions of `[start, end)`, in the order of the text. Empty for a language whose
 * rules name none. Types, imports and text in comments are left alone; so is what runs only while a file is loaded.
 */
export function findMutants(tree: SyntaxTree, start = 0, end = tree.text.length): Mutant[] {
  const rules = tree.grammar.rules.mutations;
  if (rules === undefined) return [];
  const untouched = new Set(rules.untouched);
  const found: Planted[] = [];
  let inside = 0;
  for (let node = 0; node < tree.count;) {
    const skipped =
      startOf(tree, node) >= end ||
      endOf(tree, node) <= start ||
      untouched.has(kindName(tree, node)) ||
      hasFlag(tree, node, kindFlags.comment | kindFlags.error | kindFlags.declaration);
    if (skipped) {
      node = afterOf(tree, node);
      continue;
    }
    if (hasFlag(tree, node, kindFlags.function)) inside = Math.max(inside, afterOf(tree, node));
    if (node < inside && startOf(tree, node) >= start && endOf(tree, node) <= end)
      found.push(...mutateNode(tree, node, rules));
    node += 1;
  }
  return withLines(tree.text, distinct(found));
}

function mutateNode(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  return [...mutateExpression(tree, node, rules), ...mutateStatement(tree, node, rules)];
}

/** One of each text at each place: turning a condition round may be what swapping its operator does as well. */
function distinct(mutants: readonly Planted[]): Planted[] {
  const seen = new Map(mutants.map((mutant) => [`${mutant.start} ${mutant.end} ${mutant.text}`, mutant]));
  return [...seen.values()].toSorted((left, right) => left.start - right.start || left.end - right.end);
}

function withLines(text: string, mutants: readonly Planted[]): Mutant[] {
  let line = 1;
  let at = 0;
  return mutants.map((mutant) => {
    for (; at < mutant.start; at += 1) if (text.charCodeAt(at) === 10) line += 1;
    return { ...mutant, line };
  });
}
