import type { Effect } from '#domain/run/effect.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { react, reply } from '#domain/run/transition/acknowledge.ts';
import { andThen, change, unchanged, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';
import { regenerateAtoms } from '#domain/run/transition/deciding.ts';

type Remark = EventOf<'remarks-placed'>['remarks'][number];

const NOT_MINE =
  'These lines are not code that I wrote in this run, so I cannot write them anew. Comment on lines of a function of this pull request, or edit them on the branch.';
const NOTHING_FOUND =
  'You asked for changes, but I found no comment of yours on lines of code that I wrote. Comment on the lines that should change and submit them together as _Request changes_, or reply `/mge regenerate` with what to change in a review thread.';

export const onRemarksPlaced: Handler<'remarks-placed'> = (run, event, occasion) => {
  if (run.build === null || run.pullRequest === null) return unchanged(run);
  const number = run.pullRequest;
  const { by, remarks, lost } = event;
  if (remarks.length + lost.length === 0) {
    return change(run, {}, reply(occasion, { kind: 'pull-request', number, commentId: 0 }, NOTHING_FOUND));
  }
  const answers = [
    ...remarks.map(({ commentId, rootId }) =>
      react(part(occasion, commentId), thread(number, commentId, rootId), 'rocket'),
    ),
    ...lost.flatMap(({ commentId, rootId }): Effect[] => {
      const place = thread(number, commentId, rootId);
      return [react(part(occasion, commentId), place, 'confused'), reply(part(occasion, commentId), place, NOT_MINE)];
    }),
  ];
  const symbols = [...new Set(remarks.map(({ symbol }) => symbol))];
  return symbols.reduce(
    (before, symbol) =>
      andThen(before, (next) =>
        rewrite(
          next,
          by,
          symbol,
          remarks.filter((each) => each.symbol === symbol),
        ),
      ),
    change(run, {}, ...answers),
  );
};

/** One new text for all that was said about a piece; a thread that MGE did not open is followed from now on. */
function rewrite(run: Run, by: string, symbol: string, remarks: readonly Remark[]): Change {
  const feedback = remarks
    .map(({ text }) => text)
    .filter((text) => text !== '')
    .join('\n\n');
  const [first] = remarks;
  const review = run.review ?? { selected: [], threads: {}, posted: false };
  const known = review.threads[symbol];
  const atom = Object.values(run.build?.atoms ?? {}).find((each) => each.symbol === symbol && each.root);
  if (first === undefined || atom === undefined) return unchanged(run);
  const fresh = {
    symbol,
    atom: atom.id,
    commentId: first.rootId,
    state: 'open' as const,
    decision: null,
    by,
    feedback: '',
  };
  const threads = { ...review.threads, [symbol]: known === undefined || known.state === 'settled' ? fresh : known };
  return regenerateAtoms({ ...run, review: { ...review, threads } }, [symbol], feedback, by);
}

function thread(number: number, commentId: number, rootId: number) {
  return { kind: 'thread', number, commentId, rootId } as const;
}

function part(occasion: Occasion, commentId: number): Occasion {
  return { ...occasion, key: `${occasion.key}/${commentId}` };
}
