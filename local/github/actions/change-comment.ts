import { validationFailed } from '#local/github/http/github-error.ts';
import { issueCommentEvent } from '#local/github/payloads/issue-events.ts';
import type { Comment } from '#local/github/state/comment.ts';
import type { Issue } from '#local/github/state/issue.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { Actor, User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

const longestBody = 65_536;

/** 422 for an empty or too long text, as GitHub refuses it. */
export function checkBody(body: string, resource: string): void {
  if (body.trim() === '') throw validationFailed({ resource, field: 'body', code: 'missing_field' });
  if (body.length > longestBody) {
    const message = `body is too long (maximum is ${longestBody} characters)`;
    throw validationFailed({ resource, field: 'body', code: 'custom', message });
  }
}

interface CommentPlace {
  readonly repository: Repository;
  readonly issue: Issue;
}

export function addComment(world: World, { repository, issue }: CommentPlace, author: Actor, body: string): Comment {
  checkBody(body, 'IssueComment');
  const now = world.now();
  const comment: Comment = { id: nextId(world.state), author, body, createdAt: now, updatedAt: now, reactions: [] };
  issue.comments.push(comment);
  issue.updatedAt = now;
  world.emit(issueCommentEvent(world, { repository, issue, comment, sender: author.user, action: 'created' }));
  return comment;
}

export function editComment(
  world: World,
  { repository, issue, comment }: CommentPlace & { readonly comment: Comment },
  sender: User,
  body: string,
): void {
  checkBody(body, 'IssueComment');
  const from = comment.body;
  comment.body = body;
  comment.updatedAt = world.now();
  world.emit(issueCommentEvent(world, { repository, issue, comment, sender, action: 'edited', from }));
}

export function deleteComment(
  world: World,
  { repository, issue, comment }: CommentPlace & { readonly comment: Comment },
  sender: User,
): void {
  issue.comments.splice(issue.comments.indexOf(comment), 1);
  world.emit(issueCommentEvent(world, { repository, issue, comment, sender, action: 'deleted' }));
}
