import type { Build } from '#domain/build/build.ts';
import { symbolsOf, withSymbols } from '#domain/build/progress.ts';
import type { Regeneration } from '#domain/build/apply-verdicts.ts';

/**
 * `generation.first_attempt: focused`: each function or method whose text is a draft's gets a call of its own, the first attempt,
 * before anything is judged. Types, constants and what a file does by itself stay as drafted: they are what the plan fixed.
 * What most others need is written first.
 */
export function focusBuild(build: Build): { readonly build: Build; readonly calls: readonly Regeneration[] } {
  const roots = new Map(
    Object.values(build.atoms)
      .filter(({ root, kind }) => root && (kind === 'function' || kind === 'method'))
      .map((atom) => [atom.symbol, atom.id]),
  );
  const drafted = symbolsOf(build).filter(
    ({ id, progress, attempts, decision }) =>
      progress === 'candidate' && attempts === 1 && decision === null && roots.has(id),
  );
  const calls = drafted
    .toSorted((left, right) => right.dependents - left.dependents)
    .map(({ id }) => ({ symbol: id, atom: roots.get(id) ?? '', attempt: 1, failure: null }));
  const writing = drafted.map((symbol) => ({ ...symbol, progress: 'regenerating' as const }));
  return { build: withSymbols(build, writing), calls };
}
