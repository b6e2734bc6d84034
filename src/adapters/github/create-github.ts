import type { Clock } from '#ports/clock.ts';
import type { Actions } from '#ports/github/actions.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { Deliveries } from '#ports/github/deliveries.ts';
import type { Permissions } from '#ports/github/permissions.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { Repositories } from '#ports/github/repositories.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';
import { createActions } from '#adapters/github/actions/create-actions.ts';
import { createConversation } from '#adapters/github/comments/create-conversation.ts';
import type { InstallationClients } from '#adapters/github/client/create-installation-clients.ts';
import { createDeliveries } from '#adapters/github/create-deliveries.ts';
import { createPermissions } from '#adapters/github/create-permissions.ts';
import { createPullRequests } from '#adapters/github/pull-requests/create-pull-requests.ts';
import { createRepositories } from '#adapters/github/create-repositories.ts';
import { createSourceTree } from '#adapters/github/content/create-source-tree.ts';
import type { AppIdentity } from '#adapters/github/client/github-context.ts';

/** All that MGE does on GitHub, port by port. */
export interface GitHub {
  readonly conversation: Conversation;
  readonly sourceTree: SourceTree;
  readonly pullRequests: PullRequests;
  readonly actions: Actions;
  readonly permissions: Permissions;
  readonly deliveries: Deliveries;
  readonly repositories: Repositories;
}

/** The ports over Octokit, for an app whose identity was read with `readAppIdentity`. */
export function createGitHub(context: { clients: InstallationClients; app: AppIdentity; clock: Clock }): GitHub {
  return {
    conversation: createConversation(context),
    sourceTree: createSourceTree(context),
    pullRequests: createPullRequests(context),
    actions: createActions(context),
    permissions: createPermissions(context),
    deliveries: createDeliveries(context),
    repositories: createRepositories(context),
  };
}
