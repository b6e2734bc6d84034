import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describePull, say } from '#test/crash/portrait.ts';
import { FLEET_REPOSITORY, type FleetWorld } from '#test/support/fleet-world.ts';

const git = promisify(execFile);

/**
 * With the status before what was said: a job of its own keeps it, and where its worker was killed with that job in its
 * hands, questions may be asked before the queue gives it to another one.
 */
export function statusFirst<Comment extends { readonly body: string }>(comments: readonly Comment[]): Comment[] {
  const isStatus = ({ body }: Comment): boolean => body.startsWith('<!-- mge:status -->');
  return [...comments.filter(isStatus), ...comments.filter((comment) => !isStatus(comment))];
}

/** What a run leaves behind where the clock is real: a commit is told by its tree and its message, since its date differs. */
export async function fleetPortrait({ github, judge, issue }: FleetWorld) {
  const gitDir = github.gitDir(FLEET_REPOSITORY);
  const show = async (...words: string[]): Promise<string> =>
    (await git('git', ['--git-dir', gitDir, ...words])).stdout;
  const lines = (await show('log', '--all', '--format=%H %T %s')).trim().split('\n');
  const names = new Map(lines.map((line): [string, string] => [line.slice(0, 40), line.slice(41)]));
  const named = (text: string): string => text.replaceAll(/\b[0-9a-f]{40}\b/g, (sha) => names.get(sha) ?? sha);
  const page = github.human.issueThread(FLEET_REPOSITORY, issue);
  const pulls = github.human
    .pullRequests(FLEET_REPOSITORY)
    .map(({ number }) => describePull(github.human.pullRequestThread(FLEET_REPOSITORY, number)));
  const branch = pulls[0]?.head.ref ?? 'main';
  const seen = {
    page: { ...page, comments: statusFirst(page.comments).map(say) },
    pulls,
    jobs: judge.jobs,
    log: (await show('log', '--format=%T %an %s%n%b', branch)).split('\n'),
  };
  const parsed: unknown = JSON.parse(named(JSON.stringify(seen)));
  return parsed;
}
