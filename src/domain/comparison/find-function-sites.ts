import type { FunctionSite } from '#domain/comparison/function-site.ts';
import { kindFlags } from '#domain/atom/kind-flags.ts';
import { none, type SyntaxTree } from '#domain/atom/syntax-tree.ts';
import {
  afterOf,
  childInField,
  childOfKind,
  endOf,
  hasFlag,
  kindName,
  parentOf,
  startOf,
  textOf,
} from '#domain/atom/tree-navigation.ts';

/** Functions without a body of their own to run. */
const SIGNATURES = new Set(['function_signature', 'method_signature', 'abstract_method_signature']);
/** What a value may stand in, and still be what is assigned, or make it. */
const PASSES_ON = new Set([
  'arguments',
  'as_expression',
  'await_expression',
  'call_expression',
  'new_expression',
  'parenthesized_expression',
  'satisfies_expression',
]);

/** The outermost functions of a file that have a name there; those inside a function that is most of its file as well. */
export function findFunctionSites(tree: SyntaxTree): FunctionSite[] {
  const found: FunctionSite[] = [];
  const taken = new Map<string, number>();
  for (let node = 0; node < tree.count;) {
    if (!hasFlag(tree, node, kindFlags.function) || !hasFlag(tree, node, kindFlags.named)) {
      node += 1;
      continue;
    }
    const direct = nameOf(tree, node, assignedName);
    // A whole file may be wrapped into one function: what counts is inside it.
    const wraps = (endOf(tree, node) - startOf(tree, node)) * 2 > tree.text.length && direct === null;
    const name = wraps ? null : (direct ?? nameOf(tree, node, nameAround));
    if (name !== null && !SIGNATURES.has(kindName(tree, node))) {
      const count = (taken.get(name) ?? 0) + 1;
      taken.set(name, count);
      found.push({ name: count === 1 ? name : `${name}#${count}`, node });
    }
    node = wraps ? node + 1 : afterOf(tree, node);
  }
  return found;
}

/** The name that a function has by itself, or that what it is assigned to has; null for one that nobody can call again. */
function nameOf(
  tree: SyntaxTree,
  node: number,
  assigned: (tree: SyntaxTree, node: number) => string | null,
): string | null {
  const own = childInField(tree, node, 'name');
  // A lambda of Python is a value of its file: it is compared with the file's own code.
  const given = own >= 0 ? textOf(tree, own) : tree.language === 'python' ? null : assigned(tree, node);
  if (given === null) return null;
  const accessor = ['get', 'set'].find((word) => tree.language !== 'python' && childOfKind(tree, node, word) >= 0);
  const owner = ownerOf(tree, node);
  return (owner === '' ? '' : `${owner}.`) + (accessor === undefined ? '' : `${accessor} `) + given;
}

function assignedName(tree: SyntaxTree, node: number): string | null {
  const parent = parentOf(tree, node);
  if (parent === none) return null;
  if (kindName(tree, parent) === 'export_statement') return 'default';
  const field = ['name', 'left', 'key', 'property'].find((one) => childInField(tree, parent, one) >= 0);
  const value = ['value', 'right'].some((one) => childInField(tree, parent, one) === node);
  return field === undefined || !value ? null : textOf(tree, childInField(tree, parent, field));
}

/** The name that what a function is handed to, or called for, is given: `const find = remember((id) => …)`. */
function nameAround(tree: SyntaxTree, node: number): string | null {
  for (let inner = node; PASSES_ON.has(kindName(tree, parentOf(tree, inner)));) {
    inner = parentOf(tree, inner);
    const name = assignedName(tree, inner);
    if (name !== null) return name;
  }
  return null;
}

function ownerOf(tree: SyntaxTree, node: number): string {
  const names: string[] = [];
  for (let around = parentOf(tree, node); around > 0; around = parentOf(tree, around)) {
    const name = hasFlag(tree, around, kindFlags.class) ? childInField(tree, around, 'name') : none;
    if (name >= 0) names.unshift(textOf(tree, name));
    const pair = kindName(tree, around) === 'object' ? assignedName(tree, around) : null;
    if (pair !== null) names.unshift(pair);
  }
  return names.join('.');
}
