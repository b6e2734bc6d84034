import type { Build } from '#domain/build/build.ts';
import { focusBuild } from '#domain/build/focus-build.ts';
import { growBuild } from '#domain/build/grow-build.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { advanceBuild } from '#domain/run/transition/advance-build.ts';
import { regenerate } from '#domain/run/transition/building.ts';
import { andThen, change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { cutBatch } from '#domain/run/transition/cut-batch.ts';
import { withoutLostThreads } from '#domain/run/transition/reviewing.ts';
import { draftOn } from '#domain/run/transition/working-ahead.ts';

/** All drafts, or a part of them while others are still written: its new symbols are judged at once, whatever else is. */
export const onProjectAnalysed: Handler<'project-analysed'> = (run, event, { key }) => {
  if (event.part !== undefined) return isPart(run, event.part, key) ? takePart(run, event) : unchanged(run);
  if (run.stage !== 'analysing') return unchanged(run);
  return andThen(startBuilding({ ...run, stage: 'building', build: buildOf(run, event) }), (next) =>
    advanceBuild(withoutLostThreads(next)),
  );
};

/** Everything is judged at once, or, where the settings ask for it, written in focused calls first. */
function startBuilding(run: Run) {
  if (run.build === null || run.settings.generation.first_attempt === 'draft') return cutBatch(run);
  const { build, calls } = focusBuild(run.build);
  return calls.length === 0 ? cutBatch(run) : change(run, { build }, ...calls.map((call) => regenerate(call, '')));
}

/** What the finished tasks need is not there yet, though the plan did not say so: they go with the next part. */
export const onPartNotReady: Handler<'part-not-ready'> = (run, { part }, { key }) =>
  isPart(run, part, key) ? closePart(run, run.ahead?.tasks ?? []) : unchanged(run);

function takePart(run: Run, event: EventOf<'project-analysed'>) {
  return andThen(closePart(run, event.tasks ?? []), (next) =>
    andThen(cutBatch({ ...next, build: buildOf(run, event) }), draftOn),
  );
}

function closePart(run: Run, tasks: readonly string[]) {
  const ahead = run.ahead ?? null;
  return change(run, { ahead: ahead === null ? null : { ...ahead, analysing: false, tasks: [...tasks] } });
}

/** The plan may have been revised while a part was analysed: its key names the revision. */
function isPart({ stage, ahead, plan }: Run, part: number, key: string): boolean {
  const asked = stage === 'drafting' && ahead?.analysing === true && ahead.part === part;
  return asked && key.includes(`analyse-project/${plan?.revision ?? 1}.`);
}

function buildOf({ build: before, ahead }: Run, event: EventOf<'project-analysed'>): Build {
  if (before !== null && ahead !== null && ahead !== undefined) return growBuild(before, event);
  return {
    branch: event.branch,
    base: event.base,
    // A revised plan goes on where the branch stands.
    head: before?.head ?? event.base,
    files: event.files,
    dropped: event.dropped ?? {},
    analysis: event.analysis,
    levels: event.levels,
    symbols: Object.fromEntries(event.symbols.map((symbol) => [symbol.id, symbol])),
    atoms: Object.fromEntries(event.atoms.map((atom) => [atom.id, atom])),
    replacements: [],
    batches: before?.batches.map((batch) => ({ ...batch, state: 'collected' as const })) ?? [],
    committedLevels: 0,
    committing: false,
    pushed: before?.pushed ?? null,
    suite: null,
    sandbox: null,
  };
}
