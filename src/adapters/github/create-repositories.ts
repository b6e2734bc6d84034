import type { Repositories } from '#ports/github/repositories.ts';
import { absentAsNull } from '#adapters/github/errors/absent-as-null.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/** What GitHub tells of repositories, over Octokit. */
export function createRepositories(context: GitHubContext): Repositories {
  return {
    async describe(installationId, { owner, name }) {
      const { rest } = context.clients.of(installationId);
      const answer = await absentAsNull(rest.repos.get({ owner, repo: name }));
      if (answer === null) return null;
      const { data } = answer;
      return {
        repository: {
          id: data.id,
          owner: data.owner.login,
          name: data.name,
          installationId,
          defaultBranch: data.default_branch,
        },
        archived: data.archived,
        disabled: data.disabled,
        fork: data.fork,
      };
    },
    async lastPullRequest(repository, head) {
      const { rest } = clientFor(context, repository);
      const { data } = await rest.pulls.list({
        ...locate(repository),
        head: `${repository.owner}:${head}`,
        state: 'all',
        sort: 'created',
        direction: 'desc',
      });
      // GitHub answers with everything when it does not know the head.
      const last = data.find((pull) => pull.head.ref === head);
      return last === undefined ? null : { number: last.number, open: last.state === 'open' };
    },
  };
}
