import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { done, refuse, started } from '#domain/run/transition/acknowledge.ts';
import { change, type Change, type Occasion } from '#domain/run/transition/change.ts';
import { missingDependencies, needsMore, NOTHING_TICKED } from '#domain/run/transition/choosing-tasks.ts';
import { acceptAtom, breaksTheBuild, threadOf } from '#domain/run/transition/deciding.ts';
import { approvePlan } from '#domain/run/transition/planning.ts';

type Given = EventOf<'command-given'>;

const NOT_A_PIECE =
  'This thread is not about a piece of code that I asked about. To end the review, approve the pull request.';
const BREAKS =
  'My last text for this piece does not type-check, so I cannot put it on the branch; edit it, or `/mge regenerate <what to change>`. Resolve the thread to leave the stub.';
const UNDER_WAY = 'A new text for this piece is on its way. Look at it when it is here, then approve it.';
const STALE = 'The plan has changed since you wrote this. Look at it again, then `/mge approve`.';

/** `/mge approve`: the plan as shown, or in a review thread the piece as it stands. */
export function approve(run: Run, given: Given, occasion: Occasion): Change {
  const no = (why: string): Change => change(run, {}, ...refuse(occasion, given.place, why));
  if (given.place.kind === 'thread') return approvePiece(run, given.place.rootId, given, occasion);
  if (given.planHash !== null && given.planHash !== run.plan?.hash) return no(STALE);
  if (run.plan?.tasks.every((task) => !task.included) === true) return no(NOTHING_TICKED);
  const missing = missingDependencies(run);
  return missing.length > 0 ? no(needsMore(missing)) : started(approvePlan(run, given.sender), given, occasion);
}

function approvePiece(run: Run, rootId: number, given: Given, occasion: Occasion): Change {
  const no = (why: string): Change => change(run, {}, ...refuse(occasion, given.place, why));
  const thread = threadOf(run, rootId);
  if (thread === undefined) return no(NOT_A_PIECE);
  const progress = run.build?.symbols[thread.symbol]?.progress;
  if (progress === 'regenerating' || progress === 'candidate') return no(UNDER_WAY);
  if (progress === 'flagged' && breaksTheBuild(run, thread.symbol)) return no(BREAKS);
  return done(acceptAtom(run, thread.symbol, given.sender, occasion.key, true), given, occasion);
}
