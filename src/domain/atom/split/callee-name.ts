import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, hasFlag, kindName, textOf } from '#domain/atom/tree-navigation.ts';

/** What a call calls, dotted as written: `split`, `self.total`, `os.path.join`; `().run` when the object is an expression. Null for JSX tags of HTML and calls of expressions. */
export function calleeName(tree: SyntaxTree, call: number): string | null {
  const shape = tree.grammar.rules.expressions.call[kindName(tree, call)];
  if (shape === undefined) return null;
  const callee = childInField(tree, call, shape.callee);
  if (callee < 0) return null;
  const name = dottedName(tree, callee);
  const isTag = shape.args === '' && /^[a-z]/u.test(name) && !name.includes('.');
  return name === '()' || isTag ? null : name;
}

/** A chain of names as text; `()` stands for any other expression in it. */
export function dottedName(tree: SyntaxTree, node: number): string {
  const shape = tree.grammar.rules.expressions.member[kindName(tree, node)];
  if (shape !== undefined) {
    const object = childInField(tree, node, shape.object);
    const name = childInField(tree, node, shape.name);
    return `${object < 0 ? '()' : dottedName(tree, object)}.${name < 0 ? '' : textOf(tree, name)}`;
  }
  const kind = kindName(tree, node);
  const isName = hasFlag(tree, node, kindFlags.identifier) || kind === 'this' || kind === 'super' || kind === 'import';
  return isName ? textOf(tree, node) : '()';
}
