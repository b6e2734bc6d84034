import { Kind, parse, print, visit, type DefinitionNode, type DocumentNode } from 'graphql';

/** The fields of GitHub's GraphQL types that the local GitHub serves. */
const kept: Readonly<Record<string, readonly string[]>> = {
  Query: ['id', 'repository', 'node', 'viewer', 'rateLimit'],
  Mutation: [
    'resolveReviewThread',
    'unresolveReviewThread',
    'addReaction',
    'markPullRequestReadyForReview',
    'convertPullRequestToDraft',
  ],
  Repository: ['id', 'databaseId', 'name', 'nameWithOwner', 'object', 'pullRequest'],
  GitObject: ['id', 'oid'],
  Blob: ['id', 'oid', 'byteSize', 'isBinary', 'isTruncated', 'text'],
  PullRequest: [
    'id',
    'databaseId',
    'number',
    'title',
    'body',
    'isDraft',
    'headRefName',
    'headRefOid',
    'reviewThreads',
    'url',
  ],
  PullRequestReviewThreadConnection: ['nodes', 'pageInfo', 'totalCount'],
  PullRequestReviewThread: ['id', 'isResolved', 'isOutdated', 'path', 'line', 'resolvedBy', 'comments'],
  PullRequestReviewCommentConnection: ['nodes', 'pageInfo', 'totalCount'],
  PullRequestReviewComment: [
    'id',
    'databaseId',
    'fullDatabaseId',
    'body',
    'path',
    'author',
    'createdAt',
    'updatedAt',
    'url',
  ],
  PageInfo: ['endCursor', 'hasNextPage', 'hasPreviousPage', 'startCursor'],
  RateLimit: ['cost', 'limit', 'nodeCount', 'remaining', 'resetAt', 'used'],
  Actor: ['login', 'url'],
  User: ['id', 'login', 'url', 'databaseId'],
  Bot: ['id', 'login', 'url', 'databaseId'],
  Reaction: ['id', 'content', 'databaseId'],
  Node: ['id'],
  ResolveReviewThreadPayload: ['clientMutationId', 'thread'],
  UnresolveReviewThreadPayload: ['clientMutationId', 'thread'],
  AddReactionPayload: ['clientMutationId', 'reaction'],
  MarkPullRequestReadyForReviewPayload: ['clientMutationId', 'pullRequest'],
  ConvertPullRequestToDraftPayload: ['clientMutationId', 'pullRequest'],
};

const plain = new Set([
  'ID',
  'String',
  'Int',
  'Float',
  'Boolean',
  'URI',
  'DateTime',
  'GitObjectID',
  'BigInt',
  'ReactionContent',
  'ResolveReviewThreadInput',
  'UnresolveReviewThreadInput',
  'AddReactionInput',
  'MarkPullRequestReadyForReviewInput',
  'ConvertPullRequestToDraftInput',
]);

function trimDefinition(definition: DefinitionNode): DefinitionNode[] {
  if (definition.kind === Kind.OBJECT_TYPE_DEFINITION || definition.kind === Kind.INTERFACE_TYPE_DEFINITION) {
    const fields = kept[definition.name.value];
    if (!fields) return [];
    const interfaces = (definition.interfaces ?? []).filter(({ name }) => kept[name.value]);
    return [
      {
        ...definition,
        interfaces,
        fields: (definition.fields ?? []).filter(({ name }) => fields.includes(name.value)),
      },
    ];
  }
  return 'name' in definition && definition.name && plain.has(definition.name.value) ? [definition] : [];
}

/** The part of GitHub's GraphQL schema that the local GitHub serves, without descriptions. */
export function trimGraphql(sdl: string): string {
  const document = parse(sdl, { noLocation: true });
  const trimmed: DocumentNode = { ...document, definitions: document.definitions.flatMap(trimDefinition) };
  // descriptions, and directives such as @docsCategory that only GitHub's documentation reads
  const bare = visit(trimmed, {
    enter: (node) => ('description' in node && node.description ? { ...node, description: undefined } : undefined),
    Directive: () => null,
  });
  return print(bare);
}
