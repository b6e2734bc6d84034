import { z } from 'zod';
import type { Place } from '#domain/command/command.ts';
import type { Reaction } from '#domain/run/effect.ts';
import type { Repository } from '#domain/run/repository.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { askGraphql } from '#adapters/github/client/ask-graphql.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/**
 * Reacts to a comment; GitHub keeps one reaction of a kind per account. A comment that is gone needs none. A place without
 * a comment (`commentId` 0: a command in the body of a review, which takes no reactions) gets it on the description.
 */
export async function addReaction(
  context: GitHubContext,
  repository: Repository,
  place: Place,
  content: Reaction,
): Promise<void> {
  const { reactions } = clientFor(context, repository).rest;
  const target = { ...locate(repository), content };
  const comment = { ...target, comment_id: place.commentId };
  if (place.kind === 'review') return reactToReview(context, repository, place.nodeId, content);
  if (place.kind === 'thread') await absentAsNull(reactions.createForPullRequestReviewComment(comment));
  else if (place.commentId > 0) await absentAsNull(reactions.createForIssueComment(comment));
  else await absentAsNull(reactions.createForIssue({ ...target, issue_number: place.number }));
}

const ADD_REACTION = `
mutation ($subjectId: ID!, $content: ReactionContent!) {
  addReaction(input: { subjectId: $subjectId, content: $content }) { reaction { content } }
}`;

const GRAPHQL_CONTENT: Record<Reaction, string> = {
  eyes: 'EYES',
  rocket: 'ROCKET',
  '+1': 'THUMBS_UP',
  confused: 'CONFUSED',
};

async function reactToReview(
  context: GitHubContext,
  repository: Repository,
  subjectId: string,
  content: Reaction,
): Promise<void> {
  await absentAsNull(
    askGraphql(context, repository, {
      query: ADD_REACTION,
      variables: { subjectId, content: GRAPHQL_CONTENT[content] },
      shape: z.unknown(),
    }),
  );
}
