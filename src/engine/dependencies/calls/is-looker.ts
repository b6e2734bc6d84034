import type { Site } from '#engine/dependencies/values/site.ts';

/** Outside classes and functions that register keep what they are given, and call it another time. */
const keepers =
  /^(?:[A-Z]|(?:add|on|once|register|set|signal|connect|subscribe|listen|schedule|submit|nextTick|defer|call_later|call_soon|partial)(?![a-z]))/u;

/** Whether a function outside looks at the functions that it is given, or keeps them, and does not call them. */
export function isLooker(name: string, { file }: Site): boolean {
  if (file.tree.grammar.rules.expressions.lookers.test(name)) return true;
  return !name.startsWith('<builtin>.') && keepers.test(lastPart(name));
}

/** The position of the first argument that a function of the language may call. */
export function firstCallback(name: string, site: Site): number {
  return isLooker(name, site) ? Infinity : (site.file.tree.grammar.rules.expressions.firstCallback[name] ?? 0);
}

/** `name` of `module.name`. */
export function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

/** Whether a method of the language does not call what it is given, where the language says which do. */
export function isKeeper({ type, name }: { readonly type: string; readonly name: string }, { file }: Site): boolean {
  return file.tree.grammar.rules.expressions.callers[lastPart(type)]?.has(name) === false;
}
