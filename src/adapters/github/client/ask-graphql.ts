import { z } from 'zod';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Repository } from '#domain/run/repository.ts';
import { clientFor, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { translateGraphqlError } from '#adapters/github/errors/translate-graphql-error.ts';

export interface GraphqlQuestion<T> {
  readonly query: string;
  readonly variables: Readonly<Record<string, string | number | null>>;
  readonly shape: z.ZodType<T>;
}

/** Asks GitHub's GraphQL API; the answer is checked, errors are MgeErrors. */
export async function askGraphql<T>(
  context: GitHubContext,
  repository: Repository,
  { query, variables, shape }: GraphqlQuestion<T>,
): Promise<T> {
  const answer = await clientFor(context, repository)
    .graphql<unknown>(query, variables)
    .catch((error: unknown) => {
      throw translateGraphqlError(error, context.clock.now());
    });
  const parsed = shape.safeParse(answer);
  if (parsed.success) return parsed.data;
  throw new MgeError('GitHub gave a GraphQL answer of another shape than described', {
    code: 'github-rejected',
    retry: 'give-up',
    nextStep: 'Check that the pull request still exists, then `/mge retry`.',
    cause: parsed.error,
  });
}
