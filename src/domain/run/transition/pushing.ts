import { withSymbols } from '#domain/build/progress.ts';
import type { SymbolState } from '#domain/build/symbol-state.ts';
import type { Run } from '#domain/run/run.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { change, unchanged, type Change, type Handler } from '#domain/run/transition/change.ts';
import { withThread } from '#domain/run/transition/reviewing.ts';

/** Somebody else moved the branch: nothing is committed or judged until what they pushed is taken up. */
export const onBranchPushed: Handler<'branch-pushed'> = (run, event, { key }) =>
  run.stage === 'done' || run.build === null || event.after === run.build.head
    ? unchanged(run)
    : expectPush(run, event.sender, key);

/** Takes up the branch as it is now, as soon as no commit is under way. */
export function expectPush(run: Run, by: string, key: string): Change {
  if (run.build === null) return unchanged(run);
  const pushed = { by, key, absorbing: run.build.pushed?.absorbing ?? null };
  return advanceBuild({ ...run, build: { ...run.build, pushed } });
}

/** A person's push: what it changed is theirs, is judged like everything else, and is never written over. */
export const onPushAbsorbed: Handler<'push-absorbed'> = (run, event) => {
  if (run.build === null || run.build.head !== event.before) return unchanged(run);
  const { pushed } = run.build;
  const more = pushed !== null && pushed.key !== pushed.absorbing ? { ...pushed, absorbing: null } : null;
  const changed = new Set(event.changed);
  const kept = Object.entries(run.build.atoms).filter(([, atom]) => !changed.has(atom.symbol));
  const atoms = { ...Object.fromEntries(kept), ...Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])) };
  const edited = Object.values(run.build.symbols)
    .filter((symbol) => changed.has(symbol.id))
    .map((symbol): SymbolState => ({
      ...symbol,
      progress: 'candidate',
      decision: 'edited',
      uncommitted: false,
      failure: null,
    }));
  // The whole map: a file that the person deleted is not in it.
  const { files } = event;
  // A verdict on the text before the push says nothing about the pushed one.
  const batches = run.build.batches.map((batch) => ({
    ...batch,
    symbols: batch.symbols.filter((id) => !changed.has(id)),
  }));
  const replacements = run.build.replacements.filter((each) => !changed.has(each.symbol));
  const build = withSymbols(
    { ...run.build, head: event.after, pushed: more, batches, files, atoms, replacements, analysis: event.analysis },
    edited,
  );
  const next = edited.reduce<Run>(
    (each, symbol) => withThread(each, symbol.id, { state: 'regenerating', decision: 'edited', by: event.by }),
    { ...run, build },
  );
  return event.undone.length === 0 ? advanceBuild(next) : askAboutUndone(next, event.by, event.undone);
};

/** Commits of MGE were taken off the branch. It neither claims what is not there, nor puts it back unasked. */
function askAboutUndone(run: Run, by: string, undone: readonly string[]): Change {
  if (run.build === null) return unchanged(run);
  const missing = Object.values(run.build.symbols)
    .filter((symbol) => undone.includes(symbol.id))
    .map((symbol): SymbolState => ({ ...symbol, uncommitted: true }));
  const pieces = missing.length === 1 ? 'one piece' : `${missing.length} pieces`;
  const reason = `${by} took commits of mine off the branch: ${pieces} of what was built ${missing.length === 1 ? 'is' : 'are'} not there any more`;
  const nextStep = '`/mge resume` commits them again, on top of the branch as it is; `/mge cancel` leaves it so.';
  const paused = run.paused ?? { by: 'MGE', reason, nextStep, code: 'branch-moved' };
  return change(run, { build: withSymbols(run.build, missing), paused });
}
