import type { Repository } from '#domain/run/repository.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';

/** Comments of people on an issue, oldest first. Accounts of apps and bots are left out by their type, never by name. */
export async function listHumanComments(
  context: GitHubContext,
  repository: Repository,
  number: number,
): Promise<{ id: number; author: string; body: string }[]> {
  const client = clientFor(context, repository);
  const parameters = { ...locate(repository), issue_number: number, per_page: 100 };
  const comments = await client.paginate(client.rest.issues.listComments, parameters);
  return comments.flatMap(({ id, user, body, performed_via_github_app: app }) =>
    user?.type === 'User' && app?.id !== context.app.id ? [{ id, author: user.login, body: body ?? '' }] : [],
  );
}
