import type { RestEndpointMethodTypes } from '@octokit/rest';
import type { Repository } from '#domain/run/repository.ts';
import type { CheckReport } from '#ports/github/actions.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/client/github-context.ts';
import { postableText } from '#adapters/github/comments/marked-body.ts';

const LONGEST_SUMMARY = 65_535;
type Check = RestEndpointMethodTypes['checks']['listForRef']['response']['data']['check_runs'][number];

/** Creates the checks of these names on a commit, or brings them up to date; one look tells which are there. */
export async function publishChecks(
  context: GitHubContext,
  repository: Repository,
  headSha: string,
  reports: readonly CheckReport[],
): Promise<void> {
  if (reports.length === 0) return;
  const client = clientFor(context, repository);
  const present = await client.paginate(client.rest.checks.listForRef, {
    ...locate(repository),
    ref: headSha,
    app_id: context.app.id,
    per_page: 100,
  });
  const own = present.filter((check) => check.app?.id === context.app.id);
  for (const report of reports) {
    const found = own.find((check) => check.name === report.name);
    const check = { ...locate(repository), ...contentOf(report) };
    if (found === undefined) await client.rest.checks.create({ ...check, head_sha: headSha });
    else if (!shows(found, check)) await client.rest.checks.update({ ...check, check_run_id: found.id });
  }
}

function contentOf(report: CheckReport) {
  return {
    name: report.name,
    status: 'completed',
    conclusion: report.conclusion,
    output: { title: postableText(report.title, 255), summary: postableText(report.summary, LONGEST_SUMMARY) },
    ...(report.detailsUrl === undefined ? {} : { details_url: report.detailsUrl }),
  } as const;
}

function shows({ conclusion, output }: Check, content: ReturnType<typeof contentOf>): boolean {
  const { title, summary } = content.output;
  return conclusion === content.conclusion && output.title === title && output.summary === summary;
}
