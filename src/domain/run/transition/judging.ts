import { onAtomRegenerationRejected, onBatchCollected } from '#domain/run/transition/building.ts';
import { andThen, type Handler } from '#domain/run/transition/change.ts';
import { answerJudgedThreads, finishReview } from '#domain/run/transition/reviewing.ts';

/** The verdicts of a batch: first the build, then the people who wait for an answer in a thread. */
export const onBatchJudged: Handler<'batch-collected'> = (run, event, occasion) =>
  andThen(
    andThen(onBatchCollected(run, event, occasion), (next) => answerJudgedThreads(next, occasion.key)),
    finishReview,
  );

/** A new text that could not even be tried: where a person asked for it, they are told. */
export const onRegenerationRejected: Handler<'atom-regeneration-rejected'> = (run, event, occasion) =>
  andThen(onAtomRegenerationRejected(run, event, occasion), (next) => answerJudgedThreads(next, occasion.key));
