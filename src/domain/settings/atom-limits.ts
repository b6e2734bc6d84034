import type { AtomLimits } from '#domain/atom/atom.ts';
import type { Settings } from '#domain/settings/settings.ts';

/** How large the atoms of a repository may be, as its settings say. */
export function atomLimitsOf({ atoms }: Pick<Settings, 'atoms'>): AtomLimits {
  return { loc: atoms.lines, complexity: atoms.complexity };
}
