import type { Build } from '#domain/build/build.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { versionsOf, type VersionDependencies } from '#engine/review/symbol-versions.ts';
import type { Learned, PatternStore } from '#ports/pattern-store.ts';

export interface LearnDependencies extends VersionDependencies {
  readonly patterns: PatternStore;
}

/** More decisions than this in one run teach nothing new. */
const MOST = 60;

/**
 * Keeps what people decided in a review for later runs of the same installation: accepted and edited pieces to imitate, and
 * texts that were sent back, with the reason, as what not to write.
 */
export function createLearn(deps: LearnDependencies): Perform<'learn'> {
  return async (run, effect) => {
    const { build } = run;
    const decided = build === null ? [] : Object.values(build.symbols).filter(hasTaught).slice(0, MOST);
    for (const symbol of decided) {
      if (build === null) continue;
      for (const learned of await lessonsOf(run, build, symbol, deps)) {
        const key = `${run.id}~${run.generation}/${symbol.id}/${learned.outcome}`;
        await deps.patterns.remember(run.repository.installationId, key, learned);
      }
    }
    return { type: 'effect-done', effect: effect.key };
  };
}

function hasTaught({ decision, progress }: SymbolState): boolean {
  return decision !== null && progress !== 'flagged';
}

async function lessonsOf(run: Run, build: Build, symbol: SymbolState, deps: LearnDependencies): Promise<Learned[]> {
  const texts = await versionsOf(run, build, symbol.id, deps);
  if (texts === null || symbol.decision === null) return [];
  const base = {
    repository: `${run.repository.owner}/${run.repository.name}`,
    path: symbol.file,
    name: symbol.id.split('.').at(-1) ?? symbol.id,
  };
  const { feedback = '' } = run.review?.threads[symbol.id] ?? {};
  const outcome = symbol.decision === 'edited' ? 'edited' : 'approved';
  const good = { ...base, text: texts.after, outcome, feedback: '' } as const;
  if (symbol.decision !== 'regenerated' || texts.before === null) return [good];
  return [good, { ...base, text: texts.before, outcome: 'regenerated', feedback }];
}
