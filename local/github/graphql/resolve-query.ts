import { GraphQLError } from 'graphql';
import { findPullByNode, findThreadByNode, type GraphqlContext } from '#local/github/graphql/nodes.ts';
import { readBlob } from '#local/github/git/blobs.ts';
import { presentBlob } from '#local/github/graphql/present-blob.ts';
import { presentGraphqlPull, presentThread } from '#local/github/graphql/present-pull.ts';
import { actorOf, coversRepository } from '#local/github/http/check-access.ts';
import { nodeId, readNodeId } from '#local/github/present/node-id.ts';
import { findRepository } from '#local/github/state/find-repository.ts';
import { isPullIssue } from '#local/github/state/find-issue.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';

function notFoundError(what: string): GraphQLError {
  return new GraphQLError(`Could not resolve to a ${what}.`, { extensions: { type: 'NOT_FOUND' } });
}

function presentGraphqlRepository({ world }: GraphqlContext, repository: Repository) {
  return {
    __typename: 'Repository',
    id: nodeId('Repository', repository.id),
    databaseId: repository.id,
    name: repository.name,
    nameWithOwner: fullNameOf(repository),
    object: async ({ oid }: { readonly oid?: string }) => {
      const content = await readBlob(world.gitDirOf(repository), oid ?? '');
      return content === null ? null : presentBlob(oid ?? '', content);
    },
    pullRequest: ({ number }: { readonly number: number }) => {
      const issue = repository.issues.filter(isPullIssue).find((known) => known.number === number);
      if (!issue) throw notFoundError(`PullRequest with the number of ${number}`);
      return presentGraphqlPull(world, { repository, issue });
    },
  };
}

/** The fields of `Query`. */
export function resolveQuery(context: GraphqlContext) {
  const { world, identity } = context;
  return {
    id: nodeId('Query', 'root'),
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      const repository = findRepository(world.state, owner, name);
      if (!repository || !coversRepository(identity, repository)) {
        throw notFoundError(`Repository with the name '${owner}/${name}'`);
      }
      return presentGraphqlRepository(context, repository);
    },
    node: ({ id }: { readonly id: string }) => {
      if (readNodeId(id).kind === 'PullRequest') return presentGraphqlPull(world, findPullByNode(context, id));
      const { thread, ...pull } = findThreadByNode(context, id);
      return presentThread(world, pull, thread);
    },
    viewer: () => {
      const { user } = actorOf(world, identity);
      const url = `${world.url}/${user.login}`;
      return { __typename: 'User', id: nodeId(user.type, user.id), login: user.login, databaseId: user.id, url };
    },
    rateLimit: () => ({ cost: 1, limit: 5000, nodeCount: 1, remaining: 4999, resetAt: world.now(), used: 1 }),
  };
}
