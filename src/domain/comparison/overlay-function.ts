import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { watchedText } from '#domain/comparison/watched-text.ts';
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
  const watched = [was, now].map((one) => `() => (${watchedText(one.tree, one.node, null)})`);
  const text = `${call}(${JSON.stringify(key)}, (${textOf(now.tree, now.node)}), ${watched.join(', ')})`;
  return { ...placeOf(now), text };
}

/** The present version as it is, for the tests; and both, watched, to be run side by side. */
function versionsOf(
  key: string,
  now: PlacedFunction,
  was: PlacedFunction,
): { names: string[]; texts: string[] } | null {
  const names = [`__mge_now_${key}`, `__mge_was_${key}`, `__mge_is_${key}`];
  const [ofNow, ofWas] = [now, was].map(({ tree, node }) => childInField(tree, node, 'name'));
  if (ofNow === undefined || ofWas === undefined || ofNow < 0 || ofWas < 0) return null;
  const [plain = '', before = '', after = ''] = names;
  const { tree, node } = now;
  const head = tree.text.slice(startOf(tree, node), startOf(tree, ofNow));
  const rest = tree.text.slice(endOf(tree, ofNow), endOf(tree, node));
  const watchedWas = watchedText(was.tree, was.node, { node: ofWas, name: before });
  return { names, texts: [head + plain + rest, watchedWas, watchedText(tree, node, { node: ofNow, name: after })] };
}

function overlayDeclaration(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const versions = versionsOf(key, now, was);
  if (versions === null) return null;
  const { names, texts } = versions;
  const name = textOf(now.tree, childInField(now.tree, now.node, 'name'));
  const body = callOf(key, names, 'new.target');
  const offer = `globalThis.__mge?.offer(${JSON.stringify(key)}, ${names.join(', ')});`;
  return { ...placeOf(now), text: `function ${name}() { ${body} } ${texts.join(' ')} ${offer}` };
}

function overlayMethod(key: string, now: PlacedFunction, was: PlacedFunction): Overlay | null {
  const { tree, node } = now;
  const name = textOf(tree, childInField(tree, node, 'name'));
  const unfit = [now, was].some(
    (one) => kindName(one.tree, one.node) !== 'method_definition' || childOfKind(one.tree, one.node, 'get', 'set') >= 0,
  );
  if (unfit || name === 'constructor' || isDecorated(now)) return null;
  const versions = versionsOf(key, now, was);
  if (versions === null) return null;
  const isStatic = childOfKind(tree, node, 'static') >= 0 ? 'static ' : '';
  const own = versions.names.map((one) => `this.${one}`);
  const wrapper = `${isStatic}${name}() { ${callOf(key, own, 'undefined')} }`;
  const joint = kindName(tree, parentOf(tree, node)) === 'object' ? ', ' : ' ';
  return { ...placeOf(now), text: [...versions.texts, wrapper].join(joint) };
}

function isDecorated({ tree, node }: PlacedFunction): boolean {
  return childOfKind(tree, node, 'decorator') >= 0 || kindName(tree, node - 1) === 'decorator';
}

/** `versions`: the present one as it is, then both, watched. */
function callOf(key: string, versions: readonly string[], target: string): string {
  const [now = ''] = versions;
  const run = `globalThis.__mge.run(${JSON.stringify(key)}, this, arguments, ${target}, ${versions.join(', ')})`;
  return `return globalThis.__mge === undefined ? ${now}.apply(this, arguments) : ${run};`;
}

function placeOf({ tree, node }: PlacedFunction): { start: number; end: number } {
  return { start: startOf(tree, node), end: endOf(tree, node) };
}
