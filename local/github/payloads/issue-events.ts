import type { JsonObject } from '#local/github/json.ts';
import { presentIssue } from '#local/github/present/issue.ts';
import { presentIssueComment } from '#local/github/present/issue-comment.ts';
import type { Comment } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import type { User } from '#local/github/state/user.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

type IssueAction = 'opened' | 'edited' | 'closed' | 'reopened' | 'labeled' | 'unlabeled' | 'deleted';

/** `issues`: something happened to an issue. */
export function issueEvent(
  world: World,
  {
    repository,
    issue,
    sender,
    action,
    extra = {},
  }: {
    readonly repository: Repository;
    readonly issue: Issue;
    readonly sender: User;
    readonly action: IssueAction;
    readonly extra?: JsonObject;
  },
): WebhookEvent {
  return {
    name: 'issues',
    action,
    repository,
    sender,
    body: { issue: presentIssue(world, repository, issue), ...extra },
  };
}

/** `issue_comment`: a comment was made, edited or deleted. */
export function issueCommentEvent(
  world: World,
  {
    repository,
    issue,
    comment,
    sender,
    action,
    from,
  }: {
    readonly repository: Repository;
    readonly issue: Issue;
    readonly comment: Comment;
    readonly sender: User;
    readonly action: 'created' | 'edited' | 'deleted';
    /** The text before an edit. */
    readonly from?: string;
  },
): WebhookEvent {
  const body = {
    ...(from === undefined ? {} : { changes: { body: { from } } }),
    issue: presentIssue(world, repository, issue),
    comment: presentIssueComment(world, repository, issue, comment),
  };
  return { name: 'issue_comment', action, repository, sender, body };
}
