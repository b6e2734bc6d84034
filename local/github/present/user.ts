import type { JsonObject } from '#local/github/json.ts';
import { apiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import type { User } from '#local/github/state/user.ts';
import type { World } from '#local/github/world.ts';

const links = {
  followers_url: '/followers',
  following_url: '/following{/other_user}',
  gists_url: '/gists{/gist_id}',
  starred_url: '/starred{/owner}{/repo}',
  subscriptions_url: '/subscriptions',
  organizations_url: '/orgs',
  repos_url: '/repos',
  events_url: '/events{/privacy}',
  received_events_url: '/received_events',
} as const;

/** A user as `simple-user`. */
export function presentUser(world: World, user: User): JsonObject {
  const url = apiUrl(world, `/users/${encodeURIComponent(user.login)}`);
  return {
    login: user.login,
    id: user.id,
    node_id: nodeId(user.type, user.id),
    avatar_url: `${world.url}/avatars/${user.id}`,
    gravatar_id: '',
    url,
    html_url: `${world.url}/${encodeURIComponent(user.login)}`,
    ...Object.fromEntries(Object.entries(links).map(([key, path]) => [key, `${url}${path}`])),
    type: user.type,
    user_view_type: 'public',
    site_admin: false,
  };
}
