import type { PlacedFunction } from '#domain/comparison/overlay-versions.ts';
import {
  afterOf,
  childInField,
  childOfKind,
  kindName,
  parentOf,
  partsOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** A name outside a JavaScript function in which the function keeps something from one call to the next. */
export interface KeptName {
  readonly name: string;
  /** Whether it can be given another value; else only what it holds can change. */
  readonly isVariable: boolean;
  /** Whether what is kept there is looked at: not where only the present version keeps it, nor where it saves work. */
  readonly isTold: boolean;
}

const CHANGING = /^(?:push|pop|shift|unshift|splice|sort|reverse|fill|copyWithin|set|add|delete|clear)$/;
const SAVING = /cache|memo/i;
const DECLARATION = /^(?:lexical|variable)_declaration$/;
/** What gives a value to the thing in this field of it. */
const GIVES: Readonly<Record<string, string>> = {
  assignment_expression: 'left',
  augmented_assignment_expression: 'left',
  update_expression: 'argument',
  unary_expression: 'argument',
};

/** Names of the file around the present version that either version gives anew, or whose contents it changes. */
export function keptNames(now: PlacedFunction, was: PlacedFunction): KeptName[] {
  const around = namesAround(now);
  const earlier = changedIn(was);
  return [...new Set([...earlier, ...changedIn(now)])].flatMap((name) => {
    const isVariable = around.get(name);
    return isVariable === undefined ? [] : [{ name, isVariable, isTold: earlier.has(name) && !SAVING.test(name) }];
  });
}

/** An expression that tells the driver of a function's kept names: how each is read, and given another value. Empty for none. */
export function keepingText(key: string, now: PlacedFunction, was: PlacedFunction): string {
  const entries = keptNames(now, was).map(({ name, isVariable, isTold }) => {
    const set = isVariable ? `, set: (value) => { ${name} = value; }` : '';
    return `${name}: { isTold: ${isTold}, get: () => ${name}${set} }`;
  });
  return entries.length === 0 ? '' : `globalThis.__mge?.keep(${JSON.stringify(key)}, { ${entries.join(', ')} })`;
}

/** Variables and constants of the blocks around a function; whether they can be given another value. */
function namesAround({ tree, node }: PlacedFunction): Map<string, boolean> {
  const found = new Map<string, boolean>();
  for (let block = parentOf(tree, node); block !== none; block = parentOf(tree, block)) {
    if (!/^(?:program|statement_block)$/.test(kindName(tree, block))) continue;
    for (const part of partsOf(tree, block)) {
      const inner = kindName(tree, part) === 'export_statement' ? childInField(tree, part, 'declaration') : part;
      if (inner < 0 || !DECLARATION.test(kindName(tree, inner))) continue;
      const isVariable = childOfKind(tree, inner, 'const') < 0;
      for (const name of declaredBy(tree, inner)) if (!found.has(name)) found.set(name, isVariable);
    }
  }
  return found;
}

function declaredBy(tree: SyntaxTree, declaration: number): string[] {
  return partsOf(tree, declaration).flatMap((one) => {
    const name = childInField(tree, one, 'name');
    return kindName(tree, name) === 'identifier' ? [textOf(tree, name)] : [];
  });
}

function changedIn({ tree, node }: PlacedFunction): Set<string> {
  const own = new Set<string>();
  const changed = new Set<string>();
  for (let inner = node + 1; inner < afterOf(tree, node); inner += 1) {
    const kind = kindName(tree, inner);
    if (kind === 'identifier' && isDeclared(tree, inner)) own.add(textOf(tree, inner));
    const target = changedBy(tree, inner, kind);
    if (target !== null) changed.add(target);
  }
  return new Set([...changed].filter((name) => !own.has(name)));
}

/** The name at the root of what a piece of code changes, or null. */
function changedBy(tree: SyntaxTree, node: number, kind: string): string | null {
  const field = GIVES[kind];
  if (field !== undefined) {
    const target = childInField(tree, node, field);
    const isDelete = kind === 'unary_expression';
    return isDelete && childOfKind(tree, node, 'delete') < 0 ? null : rootOf(tree, target);
  }
  if (kind !== 'call_expression') return null;
  const callee = childInField(tree, node, 'function');
  const method = kindName(tree, callee) === 'member_expression' ? childInField(tree, callee, 'property') : none;
  return method >= 0 && CHANGING.test(textOf(tree, method)) ? rootOf(tree, childInField(tree, callee, 'object')) : null;
}

function rootOf(tree: SyntaxTree, node: number): string | null {
  let root = node;
  while (/^(?:member|subscript)_expression$/.test(kindName(tree, root))) root = childInField(tree, root, 'object');
  return kindName(tree, root) === 'identifier' ? textOf(tree, root) : null;
}

function isDeclared(tree: SyntaxTree, node: number): boolean {
  const parent = parentOf(tree, node);
  const kind = kindName(tree, parent);
  if (kind === 'variable_declarator' || kind.endsWith('_declaration'))
    return childInField(tree, parent, 'name') === node;
  return /parameter|pattern|catch_clause/.test(kind) || childInField(tree, parent, 'parameter') === node;
}
