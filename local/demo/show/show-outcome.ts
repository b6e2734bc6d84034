import { join } from 'node:path';
import { simpleGit } from 'simple-git';
import type { DemoRequest, DemoRun } from '#local/demo/run-demo.ts';
import { runSuite, type SuiteOutcome } from '#local/demo/run-suite.ts';
import { keepConversation } from '#local/demo/show/keep-conversation.ts';
import { lastWord } from '#local/demo/show/last-word.ts';
import { showIssue, showPullRequest } from '#local/demo/show/show-conversation.ts';
import type { PullRequestThread } from '#local/github/human/seen.ts';

/** Numbered after the spec issue: an empty repository has nothing before. */
const SETUP_PULL_REQUEST = 2;

/** What people read at the end: the conversations, the history, the suite run once more outside MGE, and the figures. */
export async function showOutcome(request: DemoRequest, run: DemoRun): Promise<boolean> {
  const { screen, repository, folder } = request;
  const { github } = run.world;
  const readPull = (): PullRequestThread => github.human.pullRequestThread(repository, run.last.pullRequest ?? 0);
  const branch = readPull().head.ref;
  const gitDir = github.gitDir(repository);
  screen.line('The project’s own tests run once more, in a fresh clone, outside MGE …');
  const started = performance.now();
  const [suite, issue] = await Promise.all([
    runSuite(gitDir, branch, join(folder, 'clone')),
    lastWord(() => github.human.issueThread(repository, run.issue)),
  ]);
  const suiteSeconds = (performance.now() - started) / 1000;
  const pull = readPull();
  showIssue(screen, issue);
  showPullRequest(screen, pull);
  screen.line();
  screen.line(screen.style('bold', `History of ${pull.head.ref}`));
  const history = await simpleGit(gitDir).log({ from: 'main', to: pull.head.ref, symmetric: false });
  for (const commit of history.all) screen.line(`${commit.hash.slice(0, 7)} ${commit.author_name}: ${commit.message}`);
  if (request.options.keep) {
    const commits = history.all.map(
      ({ hash, author_name, message }) => `${hash.slice(0, 7)} ${author_name}: ${message}`,
    );
    const setup = github.human.pullRequestThread(repository, SETUP_PULL_REQUEST);
    await keepConversation(folder, { moments: Object.fromEntries(run.moments), issue, pull, setup, commits });
  }
  screen.line(screen.style('bold', 'The project’s own tests, in a fresh clone, outside MGE'));
  screen.line(`${suite.passed} passed, ${suite.failed} failed`);
  if (suite.failed > 0) screen.line(suite.output.slice(-4000));
  const findings = github.gateFindings();
  screen.line(`OpenAPI gate: ${github.requests().length} requests, ${findings.length} findings`);
  for (const finding of findings.slice(0, 20)) screen.line(`  ${finding}`);
  await run.world.stop();
  showFigures(request, run, pull, suite);
  showTimes(request, run, suiteSeconds);
  if (request.options.json) console.log(JSON.stringify(figures(run, gitDir, pull, suite, history.total)));
  else if (request.options.keep) screen.line(`git clone --branch ${pull.head.ref} ${gitDir}`);
  return suite.failed === 0 && suite.passed > 0 && findings.length === 0;
}

function showFigures(
  { screen }: DemoRequest,
  { last, seconds }: DemoRun,
  pull: PullRequestThread,
  suite: SuiteOutcome,
): void {
  const { atoms, levels } = last;
  const unproved = atoms.unproved === 0 ? '' : `, ${atoms.unproved} accepted but not executed`;
  screen.line();
  screen.line(
    screen.style(
      'bold',
      `${atoms.validated} of ${atoms.total} atoms validated${unproved}, ${atoms.flagged} flagged, in ${levels.total} levels`,
    ),
  );
  screen.line(
    `${threadsOf(pull)} questions to people · $${last.usd.toFixed(2)} by list price (answers are scripted unless --live) · ${seconds.toFixed(1)} s · suite ${suite.passed} passed, ${suite.failed} failed`,
  );
}

/** Where the time went: the target's own checks should take most of it. */
function showTimes({ screen }: DemoRequest, { seconds, judgedSeconds }: DemoRun, suiteSeconds: number): void {
  const all = seconds + suiteSeconds;
  const checks = judgedSeconds + suiteSeconds;
  screen.line(
    `${Math.round((checks / all) * 100)} % of ${all.toFixed(1)} s went into the project’s own installs, type checks and tests: ${judgedSeconds.toFixed(1)} s in validation jobs, ${suiteSeconds.toFixed(1)} s outside MGE`,
  );
}

function figures(run: DemoRun, gitDir: string, pull: PullRequestThread, suite: SuiteOutcome, commits: number) {
  const { atoms, levels, usd } = run.last;
  return {
    run: run.last.run,
    repository: gitDir,
    branch: pull.head.ref,
    pullRequest: pull.number,
    atoms: { total: atoms.total, validated: atoms.validated, flagged: atoms.flagged },
    levels: levels.total,
    commits,
    reviewComments: threadsOf(pull),
    costUsd: Math.round(usd * 10_000) / 10_000,
    seconds: Math.round(run.seconds * 10) / 10,
    suite: { passed: suite.passed, failed: suite.failed },
  };
}

function threadsOf(pull: PullRequestThread): number {
  return pull.reviews.reduce((sum, review) => sum + review.threads.length, 0);
}
