/** Files that steer machines or agents, and what they are, as shown to people. Matched without regard to case. */
const PROTECTED: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\/)\.git(?:$|\/|modules$|attributes$|config$)/iu, 'git’s own files'],
  [
    /^\.(?:github|gitea|forgejo|circleci|buildkite|drone)(?:\/|$)|^(?:\.gitlab-ci|\.travis|\.drone|azure-pipelines|bitbucket-pipelines)\.ya?ml$|^jenkinsfile$/iu,
    'workflows and repository settings',
  ],
  [/^\.mge(?:\/|$)/iu, 'MGE’s own files'],
  [/(?:^|\/)(?:claude(?:\.local)?|agents?|gemini|codex|copilot-instructions|skill)\.md$/iu, 'instructions for agents'],
  [
    /(?:^|\/)\.(?:claude|cursor|codex|gemini|windsurf|continue|roo|cline|aider[\w.-]*|agents?|mcp)(?:$|\/)|(?:^|\/)\.(?:cursor|windsurf|cline|roo)(?:rules|ignore)[\w-]*$|(?:^|\/)\.?mcp\.json$/iu,
    'instructions for agents',
  ],
  [
    /(?:^|\/)(?:package-lock\.json|npm-shrinkwrap\.json|yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|deno\.lock|poetry\.lock|uv\.lock|pdm\.lock|pipfile\.lock|cargo\.lock|go\.sum|gemfile\.lock|composer\.lock)$/iu,
    'lock files',
  ],
  [
    /(?:^|\/)(?:\.npmrc|\.yarnrc(?:\.yml)?|\.pnpmfile\.[cm]?js|bunfig\.toml|\.pypirc|pip\.conf|\.netrc)$|(?:^|\/)\.yarn\//iu,
    'package manager settings',
  ],
  [/(?:^|\/)\.env(?:$|\.)(?!example$)/iu, 'secrets'],
  [
    /(?:^|\/)\.(?:husky|githooks|devcontainer|vscode|idea)(?:\/|$)|(?:^|\/)(?:\.pre-commit-config\.ya?ml|lefthook\.ya?ml)$/iu,
    'hooks and editor settings',
  ],
];

/**
 * Why a path may not be written by MGE, as a noun ("lock files"), or null. `extra` are the `protected_paths` of the
 * repository's settings: a folder (`docs/`), a path, or a pattern with `*`, `**` and `?`.
 */
export function protectedAs(path: string, extra: readonly string[] = []): string | null {
  const named = PROTECTED.find(([pattern]) => pattern.test(path));
  if (named !== undefined) return named[1];
  return extra.some((pattern) => globToRegExp(pattern).test(path)) ? 'paths that this repository protects' : null;
}

/** Like a line of `.gitignore`: a pattern without a slash matches at any depth, and a folder protects what is in it. */
function globToRegExp(pattern: string): RegExp {
  const anchored = /\/(?!$)/u.test(pattern);
  const clean = pattern.replace(/^\/+|\/+$/gu, '').replace(/\*{3,}/gu, '**');
  const body = clean
    .replace(/[.+^${}()|[\]\\]/gu, '\\$&')
    .replace(/(?:\*\*\/)+|\*\*|\*|\?/gu, (glob) =>
      glob.startsWith('**/') ? '(?:[^/]+/)*' : glob === '**' ? '.*' : glob === '*' ? '[^/]*' : '[^/]',
    );
  return new RegExp(`^${anchored ? '' : '(?:.*/)?'}${body}(?:/.*)?$`, 'iu');
}
