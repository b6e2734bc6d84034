import type { Permissions } from '#local/github/state/installation.ts';

/** What the app asks for when a test says nothing else. */
export const standardPermissions: Permissions = {
  actions: 'write',
  checks: 'write',
  contents: 'write',
  issues: 'write',
  metadata: 'read',
  pull_requests: 'write',
  statuses: 'write',
  workflows: 'write',
};
