import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { MutationRules } from '#domain/atom/mutation-rules.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, endOf, hasFlag, kindName, partsOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { Planted } from '#domain/mutation/find-mutants.ts';

/** Faults of whole statements: conditions turned round or never met, results not given, calls not made. */
export function mutateStatement(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  const kind = kindName(tree, node);
  const field = rules.conditions[kind];
  if (field !== undefined) return conditionsOf(tree, childInField(tree, node, field), rules, kind);
  if (rules.returns.includes(kind)) return returnsOf(tree, node, rules);
  return rules.statements.includes(kind) ? removalsOf(tree, node, rules) : [];
}

function conditionsOf(tree: SyntaxTree, condition: number, rules: MutationRules, kind: string): Planted[] {
  if (condition < 0) return [];
  const place = { start: startOf(tree, condition), end: endOf(tree, condition) };
  const text = textOf(tree, condition);
  const turned: Planted = { ...place, kind: 'negated-condition', text: rules.negate(text) };
  if (!rules.branches.includes(kind)) return [turned];
  return [turned, { ...place, kind: 'dropped-branch', text: rules.never(text) }];
}

function returnsOf(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  const [value] = partsOf(tree, node);
  if (value === undefined || ['none', 'undefined', 'null'].includes(kindName(tree, value))) return [];
  const place = { start: startOf(tree, node), end: endOf(tree, node) };
  return [{ ...place, kind: 'early-return', text: rules.emptyReturn }];
}

function removalsOf(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  const [only, more] = partsOf(tree, node);
  if (only === undefined || more !== undefined || !rules.removable.includes(kindName(tree, only))) return [];
  // `super(…)` may not be left out: that is an error of its own.
  if (textOf(tree, only).startsWith('super')) return [];
  const place = { start: startOf(tree, node), end: endOf(tree, node) };
  const kind = hasFlag(tree, only, kindFlags.call) ? 'removed-call' : 'removed-statement';
  return [{ ...place, kind, text: rules.emptyStatement }];
}
