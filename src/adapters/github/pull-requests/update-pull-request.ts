import { z } from 'zod';
import type { Repository } from '#domain/run/repository.ts';
import { askGraphql } from '#adapters/github/client/ask-graphql.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { postableText } from '#adapters/github/comments/marked-body.ts';

const READY = `
mutation ($pullRequestId: ID!) {
  markPullRequestReadyForReview(input: { pullRequestId: $pullRequestId }) { pullRequest { isDraft } }
}`;

/** Changes the text of a pull request, or takes it out of its draft state (which REST cannot). */
export async function updatePullRequest(
  context: GitHubContext,
  repository: Repository,
  number: number,
  change: { readonly body?: string; readonly ready?: boolean },
): Promise<void> {
  const { rest } = clientFor(context, repository);
  const place = { ...locate(repository), pull_number: number };
  if (change.body !== undefined) await rest.pulls.update({ ...place, body: postableText(change.body) });
  if (change.ready !== true) return;
  const { data } = await rest.pulls.get(place);
  if (data.draft !== true) return;
  await askGraphql(context, repository, {
    query: READY,
    variables: { pullRequestId: data.node_id },
    shape: z.unknown(),
  });
}
