import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { RequestRecord } from '#local/github/http/request-log.ts';
import { everyNth, largeScript, type LargeShape } from '#scripts/bench/large-script.ts';
import { readTallyBase } from '#test/support/scenario-script.ts';
import { closePool } from '#test/support/scenario-store.ts';
import { REPOSITORY, startScenarioWorld, type ScenarioWorld } from '#test/support/scenario-world.ts';

const LEVELS = 12;
/** About 15 % of the functions fail their first attempt. */
const FAILS_EVERY = 7;

/**
 * `npm run bench -- requests [TASKS FUNCTIONS]`: what a run of so many tasks (50) of so many functions (16) in 12 levels asks
 * of GitHub, by route. Claude and the validation jobs answer at once.
 */
export async function benchRequests([tasks = '50', functionsATask = '16']: readonly string[]): Promise<void> {
  const shape = { tasks: Number(tasks), functionsATask: Number(functionsATask), levels: LEVELS };
  const world = await startScenarioWorld({ files: largeScript(shape) });
  try {
    await live(world, shape);
    console.log(renderRequests(world.github.requests().filter(({ route }) => route !== 'git')));
  } finally {
    await world.close();
    await closePool();
  }
}

async function live(world: ScenarioWorld, shape: LargeShape): Promise<void> {
  const { github, judge } = world;
  const workflow = renderValidationWorkflow({ actionRef: 'mge-app/mge/action@v1', node: '24', python: '3.13' });
  const files = { ...(await readTallyBase()), '.github/mge.yml': '{}\n', [VALIDATION_WORKFLOW]: workflow };
  await github.human.createRepository(REPOSITORY, { files });
  github.human.setPermission(REPOSITORY, 'ada', 'write');
  const ada = github.human.as('ada', REPOSITORY);
  for (const name of everyNth(shape, FAILS_EVERY)) judge.fails(name);
  const issue = ada.openIssue({ title: 'Many steps', body: 'Counts in many steps.' });
  ada.addLabel(issue, 'spec');
  await world.settle();
  ada.comment(issue, '/mge approve');
  await world.settle(120);
  const [pull] = github.human.pullRequests(REPOSITORY);
  if (pull === undefined)
    throw new Error(
      github.human
        .issueThread(REPOSITORY, issue)
        .comments.map(({ body }) => body)
        .join('\n'),
    );
  await ada.submitReview(pull.number, { event: 'APPROVE', body: 'Fine' });
  await world.settle();
  console.log(github.human.issueThread(REPOSITORY, issue).comments.at(-1)?.body.split('\n').slice(0, 14).join('\n'));
  console.log(`\n${judge.jobs.length} validation runs\n`);
}

function renderRequests(requests: readonly RequestRecord[]): string {
  const counts = new Map<string, number>();
  for (const { method, route } of requests) {
    const name = `${method} ${route}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const rows = [...counts]
    .sort(([, one], [, other]) => other - one)
    .map(([name, count]) => `| ${count} | \`${name}\` |`);
  const count = (is: (request: RequestRecord) => boolean): number => requests.filter(is).length;
  const writing = count(({ creating }) => creating);
  const posting = count(({ creating, method }) => creating && method === 'POST');
  const unchanged = count(({ status }) => status === 304);
  const total = `${requests.length} requests (${unchanged} of them answered “unchanged”, which is free); ${writing} write: ${posting} create something, ${writing - posting} change it`;
  return ['| requests | route |', '| ---: | --- |', ...rows, '', total].join('\n');
}
