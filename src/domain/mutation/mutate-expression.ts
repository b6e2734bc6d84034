import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { MutationRules } from '#domain/atom/mutation-rules.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import {
  childInField,
  childOfKind,
  childrenOf,
  endOf,
  hasFlag,
  kindName,
  parentOf,
  partsOf,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';
import type { Planted } from '#domain/mutation/find-mutants.ts';

/** Faults inside an expression: operators, numbers, words, texts, order of arguments, a lost "not". */
export function mutateExpression(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  const kind = kindName(tree, node);
  const place = { start: startOf(tree, node), end: endOf(tree, node) };
  const word = rules.words[kind];
  if (word !== undefined && hasFlag(tree, node, kindFlags.named))
    return [{ ...place, kind: word.kind, text: word.instead }];
  if (rules.operatorNodes.includes(kind)) return operatorsOf(tree, node, rules);
  if (rules.numbers.includes(kind)) return numbersOf(tree, node);
  if (rules.stringPieces.includes(kind)) return isDocumentation(tree, node, rules) ? [] : textsOf(tree, node);
  const negation = rules.negations[kind];
  if (negation !== undefined && childOfKind(tree, node, negation.token) >= 0) {
    const operand = childInField(tree, node, negation.operand);
    return operand < 0 ? [] : [{ ...place, kind: 'removed-negation', text: textOf(tree, operand) }];
  }
  return hasFlag(tree, node, kindFlags.call) ? swappedArguments(tree, node) : [];
}

function operatorsOf(tree: SyntaxTree, node: number, rules: MutationRules): Planted[] {
  return childrenOf(tree, node).flatMap((child) => {
    const operator = hasFlag(tree, child, kindFlags.named) ? undefined : rules.operators[textOf(tree, child)];
    const place = { start: startOf(tree, child), end: endOf(tree, child) };
    return (operator?.instead ?? []).map((text) => ({ ...place, kind: operator?.kind ?? 'arithmetic', text }));
  });
}

function numbersOf(tree: SyntaxTree, node: number): Planted[] {
  const text = textOf(tree, node);
  if (!/^\d+(\.\d+)?$/.test(text)) return [];
  const place = { start: startOf(tree, node), end: endOf(tree, node), kind: 'wrong-number' } as const;
  const value = Number(text);
  const instead = text.includes('.')
    ? [String(value + 0.5)]
    : value > 1
      ? [String(value + 1), String(value - 1)]
      : [String(1 - value)];
  return instead.map((other) => ({ ...place, text: other }));
}

function textsOf(tree: SyntaxTree, node: number): Planted[] {
  const place = { start: startOf(tree, node), end: endOf(tree, node), kind: 'wrong-text' } as const;
  return place.end - place.start > 60 ? [] : [{ ...place, text: `${textOf(tree, node)}_` }];
}

/** A string that stands alone as a statement says something to people only. */
function isDocumentation(tree: SyntaxTree, node: number, rules: MutationRules): boolean {
  return rules.statements.includes(kindName(tree, parentOf(tree, parentOf(tree, node))));
}

function swappedArguments(tree: SyntaxTree, node: number): Planted[] {
  const list = childInField(tree, node, 'arguments');
  const [first, second] = list < 0 ? [] : partsOf(tree, list);
  if (first === undefined || second === undefined) return [];
  const [left, right] = [textOf(tree, first), textOf(tree, second)];
  const plain = [first, second].every((one) => !/keyword|splat|spread/.test(kindName(tree, one)));
  if (!plain || left === right || left.length + right.length > 120) return [];
  const between = tree.text.slice(endOf(tree, first), startOf(tree, second));
  const place = { start: startOf(tree, first), end: endOf(tree, second) };
  return [{ ...place, kind: 'swapped-arguments', text: `${right}${between}${left}` }];
}
