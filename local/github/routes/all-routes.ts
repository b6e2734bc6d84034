import type { Route } from '#local/github/http/route.ts';
import { appRoutes } from '#local/github/routes/app.ts';
import { artifactRoutes } from '#local/github/routes/artifacts.ts';
import { checkRunRoutes } from '#local/github/routes/check-runs.ts';
import { commitRoutes } from '#local/github/routes/commits.ts';
import { contentRoutes } from '#local/github/routes/contents.ts';
import { gitObjectRoutes } from '#local/github/routes/git-objects.ts';
import { gitRefRoutes } from '#local/github/routes/git-refs.ts';
import { gitTreeRoutes } from '#local/github/routes/git-trees.ts';
import { hookDeliveryRoutes } from '#local/github/routes/hook-deliveries.ts';
import { issueCommentRoutes } from '#local/github/routes/issue-comments.ts';
import { issueRoutes } from '#local/github/routes/issues.ts';
import { labelRoutes } from '#local/github/routes/labels.ts';
import { metaRoutes } from '#local/github/routes/meta.ts';
import { pullRoutes } from '#local/github/routes/pulls.ts';
import { reactionRoutes } from '#local/github/routes/reactions.ts';
import { repositoryRoutes } from '#local/github/routes/repositories.ts';
import { reviewCommentRoutes } from '#local/github/routes/review-comments.ts';
import { reviewRoutes } from '#local/github/routes/reviews.ts';
import { statusRoutes } from '#local/github/routes/statuses.ts';
import { workflowRunRoutes } from '#local/github/routes/workflow-runs.ts';
import { workflowRoutes } from '#local/github/routes/workflows.ts';

/** Every REST route of the local GitHub; the trimmed description covers exactly these. */
export const allRoutes: readonly Route[] = [
  ...appRoutes,
  ...hookDeliveryRoutes,
  ...metaRoutes,
  ...repositoryRoutes,
  ...commitRoutes,
  ...contentRoutes,
  ...gitObjectRoutes,
  ...gitTreeRoutes,
  ...gitRefRoutes,
  ...issueRoutes,
  ...issueCommentRoutes,
  ...labelRoutes,
  ...reactionRoutes,
  ...pullRoutes,
  ...reviewRoutes,
  ...reviewCommentRoutes,
  ...checkRunRoutes,
  ...statusRoutes,
  ...workflowRoutes,
  ...workflowRunRoutes,
  ...artifactRoutes,
];
