import type { AbstractValue } from '#engine/dependencies/values/abstract-value.ts';
import type { Call } from '#engine/dependencies/calls/call.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { literalValue } from '#engine/dependencies/values/shared-values.ts';

/** The key that a value stands for: a text, a number, a symbol of the language; null when it is not known, or no key. */
export function keyOf(value: AbstractValue): string | null {
  if (value.kind === 'literal') return value.key;
  const isSymbol = value.kind === 'external' && value.name.startsWith('<builtin>.Symbol.');
  return isSymbol ? `[${value.name.slice('<builtin>.'.length)}]` : null;
}

/** Whether {@link keyOf} tells of a symbol. */
export function isSymbolKey(key: string): boolean {
  return key.startsWith('[Symbol.') || /^@\d+:\d+$/u.test(key);
}

const symbolMakers = new Set(['<builtin>.Symbol', '<builtin>.Symbol.for']);

/** `Symbol(…)`: a key that stands for itself; false when the name is of another function. */
export function makeSymbol(project: ProjectModel, name: string, { site, result }: Call): boolean {
  if (!symbolMakers.has(name)) return false;
  project.graph.put(result, literalValue(project, '', `@${site.file.index}:${site.node}`));
  return true;
}
