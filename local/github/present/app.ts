import type { JsonObject } from '#local/github/json.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { World } from '#local/github/world.ts';

/** The events that the app subscribes to. */
export const subscribedEvents = [
  'check_run',
  'issue_comment',
  'issues',
  'pull_request',
  'pull_request_review',
  'pull_request_review_comment',
  'pull_request_review_thread',
  'push',
  'workflow_run',
] as const;

const bornAt = '2026-01-01T00:00:00Z';

/** The app under test as `integration`. */
export function presentApp(world: World): JsonObject {
  return {
    id: world.app.id,
    slug: world.app.slug,
    client_id: `Iv1.${world.app.id}`,
    node_id: nodeId('App', world.app.id),
    owner: presentUser(world, { id: 1, login: 'github', type: 'Organization' }),
    name: world.app.slug,
    description: '',
    external_url: world.url,
    html_url: `${world.url}/apps/${world.app.slug}`,
    created_at: bornAt,
    updated_at: bornAt,
    permissions: { ...world.app.permissions },
    // the description of some payloads does not know this event yet
    events: subscribedEvents.filter((event) => event !== 'pull_request_review_thread'),
  };
}

/** GitHub's own app that owns the check runs of workflow jobs. */
export function presentActionsApp(world: World): JsonObject {
  return {
    ...presentApp(world),
    id: 15368,
    slug: 'github-actions',
    client_id: 'Iv1.15368',
    node_id: nodeId('App', 15368),
    name: 'GitHub Actions',
    html_url: `${world.url}/apps/github-actions`,
    permissions: { actions: 'write', checks: 'write', contents: 'write', metadata: 'read' },
    events: [],
  };
}
