import { isSettled } from '#domain/build/progress.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import { changedSymbols, type Version } from '#engine/execution/laying-out/changed-symbols.ts';

export interface Untouched {
  /** Symbols that a revision of the plan leaves as they are, with all that they need. */
  readonly ids: ReadonlySet<string>;
  /** Levels in which the others are built on top of them. */
  readonly levels: string[][];
}

/**
 * What a revised plan does not touch: symbols that were settled, whose own text and whose needs are as they were, and that
 * need only such symbols. They stand in the lowest level; the affected ones are judged again above them, in their order. At
 * least one is affected, so that what stands is checked once as a whole.
 */
export function untouchedSymbols(
  before: Version,
  after: Version,
  states: Readonly<Record<string, SymbolState>>,
): Untouched {
  const generated = after.project.levels.flat();
  const affected = new Set(changedSymbols(before, after));
  const [earlier, later] = [needsOf(before), needsOf(after)];
  for (const id of generated) {
    const state = states[id];
    const moved = earlier.get(id) !== later.get(id);
    if (moved || state === undefined || !isSettled(state) || state.progress === 'existing') affected.add(id);
  }
  const last = generated.at(-1);
  if (last !== undefined) affected.add(last);
  spread(affected, after.project.needs);
  const ids = new Set(generated.filter((id) => !affected.has(id)));
  const rest = after.project.levels.map((level) => level.filter((id) => affected.has(id)));
  const [lowest = [], ...higher] = rest.filter((level) => level.length > 0);
  return { ids, levels: generated.length === 0 ? after.project.levels : [[...ids, ...lowest], ...higher] };
}

function needsOf({ project }: Version): Map<string, string> {
  const needs = new Map<string, string[]>();
  for (const [from, to] of project.needs) needs.set(from, [...(needs.get(from) ?? []), to]);
  return new Map([...needs].map(([id, needed]) => [id, [...new Set(needed)].toSorted().join('\n')]));
}

/** Adds whatever needs an affected symbol, directly or through others. */
function spread(affected: Set<string>, needs: readonly (readonly [string, string])[]): void {
  const users = new Map<string, string[]>();
  for (const [from, to] of needs) users.set(to, [...(users.get(to) ?? []), from]);
  const waiting = [...affected];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    for (const user of users.get(id) ?? []) {
      if (affected.has(user)) continue;
      affected.add(user);
      waiting.push(user);
    }
  }
}
