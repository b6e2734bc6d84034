import type { Perform } from '#domain/run/perform.ts';
import { renderStatus } from '#engine/status/render-status.ts';
import { secondsBetweenEdits } from '#domain/run/seconds-between-edits.ts';
import { statusHeadline } from '#engine/status/status-headline.ts';
import type { Clock } from '#ports/clock.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { Ledger } from '#ports/ledger.ts';

export interface PublishStatusDependencies {
  readonly conversation: Conversation;
  readonly ledger: Pick<Ledger, 'spending'>;
  readonly clock: Clock;
}

/** Keeps the one status comment on the spec issue up to date. */
export function createPublishStatus({
  conversation,
  ledger,
  clock,
}: PublishStatusDependencies): Perform<'publish-status'> {
  return async (run, effect) => {
    const { usd } = await ledger.spending(run.id);
    await conversation.upsertComment(
      run.repository,
      run.issue.number,
      statusMarker(run.generation),
      renderStatus(run, usd),
      { headline: statusHeadline(run), secondsApart: secondsBetweenEdits(run, clock.now()) },
    );
    return { type: 'effect-done', effect: effect.key };
  };
}

/** A run that starts again after `/mge cancel` has a comment of its own: the old one tells how the old run ended. */
function statusMarker(generation: number): string {
  return generation <= 1 ? 'status' : `status-${generation}`;
}
