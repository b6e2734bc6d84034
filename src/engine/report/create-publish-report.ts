import type { Perform } from '#domain/run/perform.ts';
import { renderPullRequest } from '#wording/report/render-pull-request.ts';
import { renderReport } from '#wording/report/render-report.ts';
import type { Clock } from '#ports/clock.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { RequestBudget } from '#ports/github/request-budget.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { Ledger } from '#ports/ledger.ts';

export interface PublishReportDependencies {
  readonly conversation: Conversation;
  readonly pullRequests: PullRequests;
  readonly ledger: Pick<Ledger, 'spending'>;
  readonly requestBudget: Pick<RequestBudget, 'countOf'>;
  readonly clock: Clock;
}

/**
 * Publishes the report: at the end of a run as the closing comment on the issue and in the pull request's body, which is
 * then marked ready; with a `place` (`/mge report`) as an answer there.
 */
export function createPublishReport(dependencies: PublishReportDependencies): Perform<'publish-report'> {
  const { conversation, pullRequests, ledger, requestBudget, clock } = dependencies;
  return async (run, effect) => {
    const [spending, requests] = [await ledger.spending(run.id), await requestBudget.countOf(run.id)];
    const report = renderReport({ run, spending, requests, now: clock.now() });
    if (effect.place !== null) {
      await conversation.reply(run.repository, effect.place, effect.key, report);
      return { type: 'effect-done', effect: effect.key };
    }
    const marker = run.generation <= 1 ? 'report' : `report-${run.generation}`;
    const closing = run.pullRequest === null ? '' : `\n\nThe code is on #${run.pullRequest}.`;
    await conversation.upsertComment(run.repository, run.issue.number, marker, `${report}${closing}`);
    if (run.pullRequest !== null) {
      const body = renderPullRequest(run, report);
      await pullRequests.update(run.repository, run.pullRequest, { body, ready: true });
    }
    return { type: 'report-published' };
  };
}
