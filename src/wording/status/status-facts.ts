import { isAccepted } from '#domain/build/progress.ts';
import type { Run } from '#domain/run/run.ts';

/** Numbers of a run that a person follows it by. */
export interface StatusFacts {
  readonly levels: { readonly done: number; readonly all: number } | null;
  /** Atoms of the run (existing code left out). `unproved`: accepted, though not all of its checks could run. */
  readonly atoms: {
    readonly all: number;
    readonly validated: number;
    readonly unproved: number;
    readonly flagged: number;
    readonly waiting: number;
  } | null;
  readonly tasks: { readonly drafted: number; readonly failed: number; readonly all: number } | null;
  /** Whole minutes that are probably left; null when nothing can be said. */
  readonly minutesLeft: number | null;
}

export function statusFacts(run: Run): StatusFacts {
  const atoms = countAtoms(run);
  const included = run.plan?.tasks.filter((task) => task.included) ?? [];
  const count = (progress: string): number => included.filter((task) => task.progress === progress).length;
  const tasks = run.plan === null ? null : { drafted: count('drafted'), failed: count('failed'), all: included.length };
  // While tasks are drafted, what is judged ahead is not on a branch yet.
  const levels =
    run.build === null || run.stage === 'drafting'
      ? null
      : { done: run.build.committedLevels, all: run.build.levels.length };
  return { levels, atoms, tasks, minutesLeft: minutesLeft(run, tasks, atoms) };
}

function countAtoms({ build }: Run): StatusFacts['atoms'] {
  if (build === null) return null;
  const states = Object.values(build.atoms).flatMap((atom) => build.symbols[atom.symbol] ?? []);
  const own = states.filter((state) => state.progress !== 'existing');
  const count = (progress: string): number => own.filter((state) => state.progress === progress).length;
  const flagged = count('flagged');
  const waiting = own.filter((state) => !isAccepted(state) && state.progress !== 'flagged').length;
  return { all: own.length, validated: count('validated'), unproved: count('unproved'), flagged, waiting };
}

/** Drafting takes about two fifths of a run's time, validation the rest. */
const DRAFTING_SHARE = 0.4;
const WORKING = ['drafting', 'analysing', 'building'];

/** From the plan's own estimate and the share of work done, not from a clock: the comment changes only when the run does. */
function minutesLeft(run: Run, tasks: StatusFacts['tasks'], atoms: StatusFacts['atoms']): number | null {
  if (run.plan === null || tasks === null || !WORKING.includes(run.stage)) return null;
  const { minutesLow, minutesHigh } = run.plan.estimate;
  const share = tasks.all === 0 ? 0 : tasks.drafted / tasks.all;
  const drafted = atoms !== null && run.stage !== 'drafting' ? 1 : share;
  const settled = atoms === null || atoms.all === 0 ? 0 : (1 - atoms.waiting / atoms.all) * drafted;
  const left = 1 - DRAFTING_SHARE * drafted - (1 - DRAFTING_SHARE) * settled;
  return Math.max(1, Math.round(((minutesLow + minutesHigh) / 2) * left));
}
