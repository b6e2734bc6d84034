import type { Repository } from '#domain/run/repository.ts';
import type { CheckReport } from '#ports/github/actions.ts';
import { clientFor, locate, type GitHubContext } from '#adapters/github/github-context.ts';
import { postableText } from '#adapters/github/marked-body.ts';

const LONGEST_SUMMARY = 65_535;

/** Creates the check of this name on a commit, or brings it up to date. */
export async function publishCheck(context: GitHubContext, repository: Repository, report: CheckReport): Promise<void> {
  const { rest } = clientFor(context, repository);
  const check = {
    ...locate(repository),
    name: report.name,
    status: 'completed',
    conclusion: report.conclusion,
    output: { title: postableText(report.title, 255), summary: postableText(report.summary, LONGEST_SUMMARY) },
    ...(report.detailsUrl === undefined ? {} : { details_url: report.detailsUrl }),
  } as const;
  const { data } = await rest.checks.listForRef({
    ...locate(repository),
    ref: report.headSha,
    check_name: report.name,
    app_id: context.app.id,
  });
  const found = data.check_runs.find((run) => run.name === report.name && run.app?.id === context.app.id);
  if (found === undefined) await rest.checks.create({ ...check, head_sha: report.headSha });
  else await rest.checks.update({ ...check, check_run_id: found.id });
}
