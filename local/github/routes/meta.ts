import type { Reply, Route } from '#local/github/http/route.ts';

const budget = { limit: 5000, remaining: 4999, reset: 4_102_444_800, used: 1 } as const;

function rateLimit(): Reply {
  return { status: 200, body: { resources: { core: budget, search: budget, graphql: budget }, rate: budget } };
}

/** Routes that need no account. */
export const metaRoutes: readonly Route[] = [
  { method: 'get', path: '/rate_limit', access: { by: 'anyone' }, handle: rateLimit },
  {
    method: 'get',
    path: '/meta',
    access: { by: 'anyone' },
    handle: () => ({ status: 200, body: { verifiable_password_authentication: false } }),
  },
];
