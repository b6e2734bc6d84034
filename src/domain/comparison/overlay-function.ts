import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { childInField, childOfKind, endOf, kindName, parentOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';

/** Text in place of `[start, end)` that holds both versions of a function, and asks the driver which one to run. */
export interface Overlay {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A function in the tree of its file. */
export interface PlacedFunction {
  readonly tree: SyntaxTree;
  readonly node: number;
}

/**
 * JavaScript or TypeScript in which a function's calls go by the driver (`globalThis.__mge`); without one they reach the
 * present version. Null where the two cannot stand beside each other: constructors, accessors, functions of another form.
 */
export function overlayFunction(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const kind = kindName(now.tree, now.node);
  if (kind === 'method_definition') return overlayMethod(key, now, was);
  if (kind.endsWith('declaration') && kindName(was.tree, was.node).endsWith('declaration'))
    return overlayDeclaration(key, now, was);
  return /declaration|method/.test(kind) || /declaration|method/.test(kindName(was.tree, was.node))
    ? null
    : overlayExpression(key, now, was);
}

function overlayExpression(key: string, now: PlacedFunction, was: PlacedFunction): Overlay {
  const call = `(globalThis.__mge?.pair ?? ((_, now) => now))`;
  const text = `${call}(${JSON.stringify(key)}, (${textOf(now.tree, now.node)}), (${textOf(was.tree, was.node)}))`;
  return { ...placeOf(now), text };
}

function overlayDeclaration(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const names = { now: `__mge_now_${key}`, was: `__mge_was_${key}` };
  const versions = [withName(now, names.now), withName(was, names.was)];
  if (versions.includes(null)) return null;
  const name = textOf(now.tree, childInField(now.tree, now.node, 'name'));
  const body = callOf(key, names.now, names.was, 'new.target');
  const offer = `globalThis.__mge?.offer(${JSON.stringify(key)}, ${names.now}, ${names.was});`;
  return { ...placeOf(now), text: `function ${name}() { ${body} } ${versions.join(' ')} ${offer}` };
}

function overlayMethod(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const { tree, node } = now;
  const name = textOf(tree, childInField(tree, node, 'name'));
  const unfit = [now, was].some(
    (one) => kindName(one.tree, one.node) !== 'method_definition' || childOfKind(one.tree, one.node, 'get', 'set') >= 0,
  );
  if (unfit || name === 'constructor' || isDecorated(now)) return null;
  const names = { now: `__mge_now_${key}`, was: `__mge_was_${key}` };
  const versions = [withName(now, names.now), withName(was, names.was)];
  if (versions.includes(null)) return null;
  const isStatic = childOfKind(tree, node, 'static') >= 0 ? 'static ' : '';
  const wrapper = `${isStatic}${name}() { ${callOf(key, `this.${names.now}`, `this.${names.was}`, 'undefined')} }`;
  const joint = kindName(tree, parentOf(tree, node)) === 'object' ? ', ' : ' ';
  return { ...placeOf(now), text: [...versions, wrapper].join(joint) };
}

function isDecorated({ tree, node }: PlacedFunction): boolean {
  return childOfKind(tree, node, 'decorator') >= 0 || kindName(tree, node - 1) === 'decorator';
}

function callOf(key: string, now: string, was: string, target: string): string {
  const run = `globalThis.__mge.run(${JSON.stringify(key)}, this, arguments, ${target}, ${now}, ${was})`;
  return `return globalThis.__mge === undefined ? ${now}.apply(this, arguments) : ${run};`;
}

/** A function's text under another name. */
function withName({ tree, node }: PlacedFunction, name: string): string | null {
  const own = childInField(tree, node, 'name');
  if (own < 0) return null;
  return (
    tree.text.slice(startOf(tree, node), startOf(tree, own)) +
    name +
    tree.text.slice(endOf(tree, own), endOf(tree, node))
  );
}

function placeOf({ tree, node }: PlacedFunction): { start: number; end: number } {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}
