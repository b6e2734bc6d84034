import { withSymbols } from '#domain/build/progress.ts';
import type { Effect } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';

export const onLevelsCommitted: Handler<'levels-committed'> = (run, event) => {
  if (run.build === null || event.first !== run.build.committedLevels) return unchanged(run);
  const ids = new Set(run.build.levels.slice(event.first, event.last + 1).flat());
  const symbols = Object.values(run.build.symbols)
    .filter((symbol) => ids.has(symbol.id))
    .map((symbol) => ({ ...symbol, uncommitted: false }));
  const build = withSymbols(
    { ...run.build, head: event.sha, committedLevels: event.last + 1, committing: false },
    symbols,
  );
  const opening: Effect[] =
    run.pullRequest === null && event.first === 0 ? [{ type: 'open-pull-request', key: 'open-pull-request' }] : [];
  const next = advanceBuild({ ...run, build });
  return { run: next.run, effects: [...opening, ...next.effects] };
};

export const onPullRequestOpened: Handler<'pull-request-opened'> = (run, event) =>
  advanceIfBuilding({ ...run, pullRequest: event.number });

function advanceIfBuilding(run: Run): Change {
  return run.build === null ? change(run, {}) : advanceBuild(run);
}
