import type { Perform } from '#domain/run/perform.ts';
import { renderStatus } from '#wording/status/render-status.ts';
import { secondsBetweenEdits } from '#domain/run/seconds-between-edits.ts';
import { statusHeadline } from '#wording/status/status-headline.ts';
import type { Clock } from '#ports/clock.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { Ledger } from '#ports/ledger.ts';

export interface PublishStatusDependencies {
  readonly conversation: Conversation;
  readonly ledger: Pick<Ledger, 'spending'>;
  readonly clock: Clock;
}

/** Keeps the one status comment on the spec issue up to date; who asked for it is answered where they asked. */
export function createPublishStatus({
  conversation,
  ledger,
  clock,
}: PublishStatusDependencies): Perform<'publish-status'> {
  return async (run, effect) => {
    const { usd } = await ledger.spending(run.id);
    const { repository, issue } = run;
    const status = renderStatus(run, usd);
    // An issue that no run was started on has no sticky comment; who asks is answered all the same.
    if (run.stage !== 'idle' || effect.place === undefined) {
      const pace = { headline: statusHeadline(run), secondsApart: secondsBetweenEdits(run, clock.now()) };
      await conversation.upsertComment(repository, issue.number, statusMarker(run.generation), status, pace);
    }
    if (effect.place !== undefined) await conversation.reply(repository, effect.place, effect.key, status);
    return { type: 'effect-done', effect: effect.key };
  };
}

/** A run that starts again after `/mge cancel` has a comment of its own: the old one tells how the old run ended. */
function statusMarker(generation: number): string {
  return generation <= 1 ? 'status' : `status-${generation}`;
}
