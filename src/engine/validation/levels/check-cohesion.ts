import type { BoundaryCheck } from '#domain/verdict/boundary-result.ts';
import type { ManifestBoundary } from '#domain/verdict/manifest.ts';
import type { BatchFacts } from '#engine/validation/batch-facts.ts';

/** Below this share a module is several things under one name. */
const LEAST_SHARE = 0.5;

/**
 * Cohesion of a module: the share of its symbols in the largest group that holds together, by needing each other, by what
 * both need, or by a test that reaches both (the idea of LCOM4, with the module in the place of the class).
 */
export function checkCohesion(facts: BatchFacts, { symbols }: ManifestBoundary): BoundaryCheck {
  const check = 'cohesion';
  if (symbols.length < 3) return { check, outcome: 'not-executed', reason: 'too few symbols to say anything' };
  const inside = new Set(symbols);
  const links: [string, string][] = facts.manifest.needs
    .filter(([from, to]) => inside.has(from) || inside.has(to))
    .map(([from, to]) => [from, to]);
  for (const test of facts.manifest.tests) {
    const reached = test.symbols.filter((id) => inside.has(id));
    for (const id of reached.slice(1)) links.push([reached[0] ?? id, id]);
  }
  const largest = largestGroup(symbols, links);
  const share = largest / symbols.length;
  const reason = `${largest} of ${symbols.length} symbols hold together`;
  return { check, outcome: share >= LEAST_SHARE ? 'passed' : 'failed', reason };
}

function largestGroup(symbols: readonly string[], links: readonly (readonly [string, string])[]): number {
  const leader = new Map<string, string>();
  const find = (id: string): string => {
    let top = id;
    for (let next = leader.get(top); next !== undefined; next = leader.get(top)) top = next;
    return top;
  };
  for (const [from, to] of links) if (find(from) !== find(to)) leader.set(find(from), find(to));
  const sizes = new Map<string, number>();
  for (const id of symbols) sizes.set(find(id), (sizes.get(find(id)) ?? 0) + 1);
  return Math.max(0, ...sizes.values());
}
