import type { JsonObject } from '#local/github/json.ts';
import { pageUrl, repositoryApiUrl } from '#local/github/present/links.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentUser } from '#local/github/present/user.ts';
import { ensureUser } from '#local/github/state/find-user.ts';
import { fullNameOf, type Repository } from '#local/github/state/repository.ts';
import type { World } from '#local/github/world.ts';

const links = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
} as const;

const quiet = {
  private: false,
  fork: false,
  description: null,
  homepage: null,
  language: null,
  size: 0,
  forks: 0,
  forks_count: 0,
  stargazers_count: 0,
  watchers: 0,
  watchers_count: 0,
  has_issues: true,
  has_projects: false,
  has_wiki: false,
  has_pages: false,
  has_downloads: true,
  has_discussions: false,
  is_template: false,
  allow_forking: true,
  web_commit_signoff_required: false,
  disabled: false,
  mirror_url: null,
  license: null,
  topics: [],
  visibility: 'public',
} as const;

/** A repository as `repository` (and, with what `full-repository` adds, for its own route). */
export function presentRepository(world: World, repository: Repository): JsonObject {
  const url = repositoryApiUrl(world, repository);
  const open = repository.issues.filter((issue) => issue.state === 'open').length;
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: fullNameOf(repository),
    owner: presentUser(world, ensureUser(world.state, repository.owner, 'Organization')),
    url,
    html_url: pageUrl(world, repository),
    ...quiet,
    archived: repository.archived,
    ...Object.fromEntries(Object.entries(links).map(([key, path]) => [key, `${url}${path}`])),
    clone_url: pageUrl(world, repository, '.git'),
    git_url: pageUrl(world, repository, '.git').replace(/^http/, 'git'),
    ssh_url: `git@127.0.0.1:${fullNameOf(repository)}.git`,
    svn_url: pageUrl(world, repository),
    default_branch: repository.defaultBranch,
    open_issues: open,
    open_issues_count: open,
    created_at: repository.createdAt,
    updated_at: repository.pushedAt,
    pushed_at: repository.pushedAt,
  };
}
