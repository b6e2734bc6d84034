import type { Build } from '#domain/build/build.ts';
import { withSymbols } from '#domain/build/progress.ts';
import type { Run } from '#domain/run/run.ts';
import { react, refuse } from '#domain/run/transition/acknowledge.ts';
import { regenerate } from '#domain/run/transition/building.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { andThen, change, unchanged, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';
import { answerThread, finishReview, withThread } from '#domain/run/transition/reviewing.ts';
import { orderRemark } from '#domain/run/transition/order-remarks.ts';
import type { Place } from '#domain/command/command.ts';

export const onThreadResolved: Handler<'thread-resolved'> = (run, event, { key }) => {
  const thread = threadOf(run, event.rootId);
  return thread === undefined || thread.state === 'settled'
    ? unchanged(run)
    : acceptAtom(run, thread.symbol, event.sender, key, false);
};

export function threadOf(run: Run, rootId: number) {
  return Object.values(run.review?.threads ?? {}).find((thread) => thread.commentId === rootId);
}

/** Accepts an atom as it is. One that failed is committed as its author of record decided, unless it would break the build. */
export function acceptAtom(run: Run, id: string, by: string, occasion: string, answer: boolean): Change {
  const symbol = run.build?.symbols[id];
  if (run.build === null || symbol === undefined) return unchanged(run);
  const settled = withThread(run, id, { state: 'settled', decision: 'approved', by });
  const effects = answer ? answerThread(run, id, 'approved', occasion) : [];
  if (symbol.progress !== 'flagged' || breaksTheBuild(run, id)) {
    const build = withSymbols(run.build, [{ ...symbol, decision: symbol.decision ?? 'approved' }]);
    const done = finishReview({ ...settled, build });
    return { run: done.run, effects: [...effects, ...done.effects] };
  }
  const build = withSymbols(run.build, [{ ...symbol, progress: 'unproved', decision: 'approved', uncommitted: true }]);
  const next = andThen(advanceBuild({ ...settled, build }), finishReview);
  return { run: next.run, effects: [...effects, ...next.effects] };
}

/** A text that does not parse or type-check stays a stub: every commit on the branch type-checks. */
export function breaksTheBuild(run: Run, id: string): boolean {
  const check = run.build?.symbols[id]?.failure?.check;
  return check === 'syntax' || check === 'types' || check === 'interface';
}

/** Orders new texts for atoms that a person is not content with; each is one attempt, judged before it is committed. */
export function regenerateAtoms(run: Run, ids: readonly string[], feedback: string, by: string): Change {
  if (run.build === null) return unchanged(run);
  let next = run;
  const effects = [];
  for (const id of ids) {
    const symbol = next.build?.symbols[id];
    const atom = Object.values(run.build.atoms).find((each) => each.symbol === id && each.root);
    if (next.build === null || symbol === undefined || atom === undefined) continue;
    const attempt = symbol.attempts + 1;
    const thread = next.review?.threads[id];
    // Said while a new text was under way already: the next one heeds both.
    const said = thread?.state === 'regenerating' ? [thread.feedback, feedback] : [feedback];
    const whole = said.filter((part) => part !== '').join('\n\n');
    const rewritten = { ...symbol, attempts: attempt, progress: 'regenerating', decision: 'regenerated' } as const;
    const build = withSymbols(withoutVerdict(next.build, id), [rewritten]);
    next = withThread({ ...next, build }, id, { state: 'regenerating', decision: 'regenerated', by, feedback: whole });
    effects.push(regenerate({ symbol: id, atom: atom.id, attempt, failure: symbol.failure }, whole));
  }
  return { run: next, effects };
}

/** A verdict that is under way judges the text before: it says nothing about the new one. */
function withoutVerdict(build: Build, id: string): Build {
  const batches = build.batches.map((batch) => ({ ...batch, symbols: batch.symbols.filter((each) => each !== id) }));
  return { ...build, batches, replacements: build.replacements.filter((each) => each.symbol !== id) };
}

/** `/mge regenerate`: the atom of the thread, or the ones that were named. */
export function onRegenerate(
  run: Run,
  names: readonly string[],
  feedback: string,
  by: string,
  place: Place,
  occasion: Occasion,
): Change {
  const inThread = place.kind === 'thread' ? threadOf(run, place.rootId)?.symbol : undefined;
  if (place.kind === 'thread' && inThread === undefined && names.length === 0)
    return orderRemark(run, by, place.rootId, feedback, occasion);
  const wanted = names.length > 0 ? names.map((name) => findSymbol(run, name)) : [inThread ?? null];
  const known = wanted.filter((id) => id !== null);
  if (known.length === 0 || known.length < wanted.length) {
    const unknown = names.filter((_, index) => wanted[index] === null).map((name) => `\`${name.replace(/`/g, '')}\``);
    const why = unknown.length > 0 ? `I know no atom ${unknown.join(', ')}` : 'say which atom';
    return change(
      run,
      {},
      ...refuse(
        occasion,
        place,
        `${why}; write \`/mge regenerate file.function what should change\`, or answer in the atom’s review thread.`,
      ),
    );
  }
  const ordered = regenerateAtoms(run, known, feedback, by);
  const elsewhere = place.kind === 'thread' && names.length === 0 ? [] : [{ key: occasion.key, place, symbols: known }];
  const orders = [...(run.orders ?? []), ...elsewhere];
  return { run: { ...ordered.run, orders }, effects: [react(occasion, place, 'rocket'), ...ordered.effects] };
}

function findSymbol(run: Run, name: string): string | null {
  const ids = Object.keys(run.build?.symbols ?? {});
  const matches = ids.filter((id) => id === name || id.endsWith(`.${name}`));
  return matches.length === 1 ? (matches[0] ?? null) : null;
}
