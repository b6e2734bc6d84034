import type { Probot } from 'probot';
import type { AppDependencies, Handler } from '#app/delivery.ts';
import { handleInstallation } from '#app/handlers/installation.ts';
import { handleInstallationRepositories } from '#app/handlers/installation-repositories.ts';
import { handleIssueComment } from '#app/handlers/issue-comment.ts';
import { handleIssues } from '#app/handlers/issues.ts';
import { handlePullRequest } from '#app/handlers/pull-request.ts';
import { handlePullRequestReview } from '#app/handlers/pull-request-review.ts';
import { handlePullRequestReviewComment } from '#app/handlers/pull-request-review-comment.ts';
import { handlePullRequestReviewThread } from '#app/handlers/pull-request-review-thread.ts';
import { handleWorkflowRun } from '#app/handlers/workflow-run.ts';
import { receiveDelivery } from '#app/receive-delivery.ts';

/** The events of app.yml, and those of its installation, which every app gets. */
export const routes = [
  ['issues', handleIssues],
  ['issue_comment', handleIssueComment],
  ['pull_request', handlePullRequest],
  ['pull_request_review', handlePullRequestReview],
  ['pull_request_review_comment', handlePullRequestReviewComment],
  ['pull_request_review_thread', handlePullRequestReviewThread],
  ['workflow_run', handleWorkflowRun],
  ['installation', handleInstallation],
  ['installation_repositories', handleInstallationRepositories],
] as const satisfies readonly (readonly [string, Handler])[];

/** The Probot application: signatures are checked before it, and the work is done after it. */
export function registerApp(app: AppDependencies): (probot: Probot) => void {
  return (probot) => {
    for (const [name, handler] of routes) {
      probot.on(name, ({ id, payload }) => receiveDelivery(name, handler, { id, payload }, app));
    }
  };
}
