import { z } from 'zod';
import type { Repository } from '#domain/run/repository.ts';
import type { GitHubContext } from '#adapters/github/client/github-context.ts';
import { askGraphql } from '#adapters/github/client/ask-graphql.ts';

const Threads = z.object({
  repository: z.object({
    pullRequest: z.object({
      reviewThreads: z.object({
        pageInfo: z.object({ hasNextPage: z.boolean(), endCursor: z.string().nullable() }),
        nodes: z.array(
          z.object({
            id: z.string(),
            isResolved: z.boolean(),
            comments: z.object({ nodes: z.array(z.object({ databaseId: z.number().nullable() })) }),
          }),
        ),
      }),
    }),
  }),
});
type Threads = z.infer<typeof Threads>['repository']['pullRequest']['reviewThreads'];

const LIST = `
query ($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviewThreads(first: 100, after: $after) {
        pageInfo { hasNextPage endCursor }
        nodes { id isResolved comments(first: 1) { nodes { databaseId } } }
      }
    }
  }
}`;

const RESOLVE = `
mutation ($threadId: ID!) {
  resolveReviewThread(input: { threadId: $threadId }) { thread { id } }
}`;

/** Resolves the review thread that begins with a comment. REST knows no threads, so GraphQL is asked. */
export async function resolveThread(
  context: GitHubContext,
  repository: Repository,
  number: number,
  rootId: number,
): Promise<void> {
  let after: string | null = null;
  do {
    const variables = { owner: repository.owner, name: repository.name, number, after };
    const answer = await askGraphql(context, repository, { query: LIST, variables, shape: Threads });
    const threads: Threads = answer.repository.pullRequest.reviewThreads;
    const found = threads.nodes.find((thread) => thread.comments.nodes[0]?.databaseId === rootId);
    if (found !== undefined) {
      if (found.isResolved) return;
      await askGraphql(context, repository, { query: RESOLVE, variables: { threadId: found.id }, shape: z.unknown() });
      return;
    }
    after = threads.pageInfo.hasNextPage ? threads.pageInfo.endCursor : null;
  } while (after !== null);
}
