import { kindFlags } from '#domain/atom/kind-flags.ts';
import {
  afterOf,
  childInField,
  endOf,
  hasFlag,
  kindName,
  partsOf,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Where the name of a function stands, and the name it is to have instead. */
export interface Renaming {
  readonly node: number;
  readonly name: string;
}

interface Place {
  readonly at: number;
  readonly until: number;
}

const LOGICAL = /^(?:&&|\|\||\?\?)$/;

/**
 * The text of a JavaScript function in which the values that its course hangs on are shown to the driver (`globalThis.__mgeSee`)
 * as it runs: conditions, operands of `&&`, `||` and `??`, what is assigned and what is returned. It does what it did.
 */
export function watchedText(tree: SyntaxTree, node: number, renaming: Renaming | null): string {
  const opened: { at: number; text: string }[] = [];
  const closed: { at: number; text: string }[] = [];
  for (let inner = node; inner < afterOf(tree, node); inner += 1)
    for (const { at, until } of watchedIn(tree, inner)) {
      opened.push({ at, text: `globalThis.__mgeSee(${opened.length}, (` });
      closed.unshift({ at: until, text: '))' });
    }
  // Where one ends and another begins, the end comes first; of those that end together, the innermost.
  const edits = [...closed, ...opened].toSorted((left, right) => left.at - right.at);
  let text = '';
  let done = startOf(tree, node);
  const take = (until: number): void => {
    const name = renaming === null ? -1 : startOf(tree, renaming.node);
    if (renaming !== null && done <= name && name < until) {
      text += tree.text.slice(done, name) + renaming.name;
      done = endOf(tree, renaming.node);
    }
    text += tree.text.slice(done, until);
    done = until;
  };
  for (const edit of edits) {
    take(edit.at);
    text += edit.text;
  }
  take(endOf(tree, node));
  return text;
}

function watchedIn(tree: SyntaxTree, node: number): Place[] {
  const field = (name: string): Place[] => placeOf(tree, childInField(tree, node, name));
  switch (kindName(tree, node)) {
    case 'if_statement':
    case 'while_statement':
    case 'do_statement':
    case 'switch_statement':
      return [...field('condition'), ...field('value')].map(({ at, until }) => ({ at: at + 1, until: until - 1 }));
    case 'ternary_expression':
      return field('condition');
    case 'binary_expression':
      return LOGICAL.test(operatorOf(tree, node)) ? [...field('left'), ...field('right')] : [];
    case 'variable_declarator':
      return field('value');
    case 'assignment_expression':
      return field('right');
    case 'return_statement':
      return placeOf(tree, partsOf(tree, node)[0] ?? -1);
    case 'arrow_function':
      return kindName(tree, childInField(tree, node, 'body')) === 'statement_block' ? [] : field('body');
    default:
      return [];
  }
}

/** An anonymous function has the name of what it is assigned to, as long as nothing stands between them. */
function placeOf(tree: SyntaxTree, node: number): Place[] {
  if (node < 0 || hasFlag(tree, node, kindFlags.function | kindFlags.class | kindFlags.comment)) return [];
  return [{ at: startOf(tree, node), until: endOf(tree, node) }];
}

function operatorOf(tree: SyntaxTree, node: number): string {
  const operator = childInField(tree, node, 'operator');
  return operator < 0 ? '' : textOf(tree, operator);
}
