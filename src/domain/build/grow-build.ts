import type { Build } from '#domain/build/build.ts';
import { isSettled } from '#domain/build/progress.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { EventOf } from '#domain/run/event.ts';

/**
 * A build that judged a part of the project, with the tasks that were drafted since: what is known of symbols whose text
 * stayed is kept, a verdict that is under way on another text is not waited for.
 */
export function growBuild(before: Build, event: EventOf<'project-analysed'>): Build {
  const changed = new Set(event.changed);
  const symbols = event.symbols.map((fresh) => {
    const known = before.symbols[fresh.id];
    if (known === undefined || changed.has(fresh.id)) return fresh;
    const { level, dependents, task, file } = fresh;
    return { ...known, level, dependents, task, file };
  });
  const whole = event.part === undefined ? withOneToJudge(symbols, event.levels) : symbols;
  const stays = (id: string): boolean => before.symbols[id] !== undefined && !changed.has(id);
  return {
    ...before,
    files: event.files,
    analysis: event.analysis,
    levels: event.levels,
    symbols: Object.fromEntries(whole.map((symbol) => [symbol.id, symbol])),
    atoms: Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])),
    replacements: before.replacements.filter(({ symbol }) => stays(symbol)),
    batches: before.batches.map((batch) => ({ ...batch, symbols: batch.symbols.filter(stays) })),
  };
}

/** At least one symbol is judged when all are there, so that the project is checked once as a whole. */
function withOneToJudge(symbols: SymbolState[], levels: readonly (readonly string[])[]): SymbolState[] {
  const last = levels.at(-1)?.at(-1);
  if (symbols.some((symbol) => !isSettled(symbol))) return symbols;
  return symbols.map((symbol) => (symbol.id === last ? { ...symbol, progress: 'candidate' } : symbol));
}
