import { kindFlags } from '#domain/atom/kind-flags.ts';
import { afterOf, childInField, hasFlag, kindName, parentOf } from '#domain/atom/tree-navigation.ts';
import { bindingOf, type FlowReader } from '#engine/dependencies/flow/flow-reader.ts';

/** Larger functions are not read again for each of their calls. */
const mostNodes = 400;

export function isLarge({ tree }: FlowReader, node: number): boolean {
  return afterOf(tree, node) - node > mostNodes;
}

/**
 * Whether a function gives back functions that know what it was given: `debounce(f)`, a decorator, a factory. What one call makes has
 * nothing to do with what another one makes.
 */
export function isWrapping(reader: FlowReader, node: number): boolean {
  const { tree } = reader;
  const body = childInField(tree, node, 'body');
  if (body < 0) return false;
  const inner = functionsIn(reader, body, afterOf(tree, node));
  return inner.some((each) => knowsMoreThanItself(reader, node, each)) && givesBack(reader, { node, body, inner });
}

/** The outermost functions between two nodes. */
function functionsIn({ tree }: FlowReader, from: number, to: number): number[] {
  const found: number[] = [];
  for (let node = from; node < to; node += 1)
    if (hasFlag(tree, node, kindFlags.function)) {
      found.push(node);
      node = afterOf(tree, node) - 1;
    }
  return found;
}

/** Whether an inner function names what the function around it declares. */
function knowsMoreThanItself({ tree, file }: FlowReader, node: number, inner: number): boolean {
  const { bindings } = file.names;
  const after = afterOf(tree, inner);
  for (let each = inner; each < after; each += 1) {
    const declared = bindings[bindingOf({ file }, each)]?.node ?? -1;
    const isOwn = declared >= inner && declared < after;
    if (!isOwn && declared > node && declared < afterOf(tree, node) && declared !== childInField(tree, node, 'name'))
      return true;
  }
  return false;
}

interface Wrapping {
  readonly node: number;
  readonly body: number;
  readonly inner: readonly number[];
}

/** Whether one of the inner functions, or something with it, is given back. */
function givesBack(reader: FlowReader, { node, body, inner }: Wrapping): boolean {
  const { tree } = reader;
  const names = new Set(inner.flatMap((each) => bindingsOfFunction(reader, each)));
  const holdsOne = (from: number, to: number): boolean => {
    for (let each = from; each < to; each += 1) {
      if (hasFlag(tree, each, kindFlags.function)) return true;
      if (names.has(bindingOf(reader, each))) return true;
    }
    return false;
  };
  if (!hasFlag(tree, body, kindFlags.block)) return holdsOne(body, afterOf(tree, body));
  for (let each = body; each < afterOf(tree, node); each += 1) {
    if (hasFlag(tree, each, kindFlags.function)) each = afterOf(tree, each) - 1;
    else if (kindName(tree, each) === 'return_statement' && holdsOne(each, afterOf(tree, each))) return true;
  }
  return false;
}

/** The name that an inner function is declared with, or that it is assigned to. */
function bindingsOfFunction(reader: FlowReader, inner: number): number[] {
  const { tree } = reader;
  const holder = parentOf(tree, inner);
  const nodes = [
    childInField(tree, inner, 'name'),
    childInField(tree, holder, 'name'),
    childInField(tree, holder, 'left'),
  ];
  return nodes.map((name) => bindingOf(reader, name)).filter((binding) => binding >= 0);
}
