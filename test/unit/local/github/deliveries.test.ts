import { afterEach, beforeEach, expect, test } from 'vitest';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

let stage: GitHubStage;
beforeEach(async () => {
  stage = await startGitHubStage();
  await stage.told();
});
afterEach(() => stage.close());

const openedTitles = () =>
  stage.webhooks
    .filter(({ name }) => name === 'issues.opened')
    .map(({ payload }) => JSON.stringify(payload['issue']).match(/"title":"(\w+)"/)?.[1]);

test('an app that was away gets what it missed when asked to', async () => {
  stage.mood.away = true;
  stage.github.human.as('ada', 'acme/shop').openIssue({ title: 'Missed' });
  await stage.told();
  expect(openedTitles()).toEqual([]);
  const lost = stage.github.deliveries.list().at(-1);
  expect(lost).toMatchObject({ status: 'failed', attempts: 4, responseStatus: 503 });
  stage.mood.away = false;
  stage.github.deliveries.redeliver();
  await stage.told();
  expect(openedTitles()).toEqual(['Missed']);
  expect(stage.webhooks.at(-1)?.guid).toBe(lost?.guid);
});

test('webhooks are lost, doubled, held back and mixed as a test wants', async () => {
  const { deliveries, human } = stage.github;
  const ada = human.as('ada', 'acme/shop');
  deliveries.drop();
  ada.openIssue({ title: 'Lost' });
  deliveries.duplicate();
  ada.openIssue({ title: 'Twice' });
  await stage.told();
  expect(openedTitles()).toEqual(['Twice', 'Twice']);
  const [first, second] = stage.webhooks.filter(({ name }) => name === 'issues.opened');
  expect(first?.guid).toBe(second?.guid);

  deliveries.pause();
  for (const title of ['a', 'b', 'c', 'd']) ada.openIssue({ title });
  await stage.told();
  expect(openedTitles()).toHaveLength(2);
  deliveries.shuffle();
  deliveries.resume();
  await stage.told();
  const mixed = openedTitles().slice(2);
  expect(new Set(mixed)).toEqual(new Set(['a', 'b', 'c', 'd']));
  expect(mixed).toHaveLength(4);
  expect(mixed).not.toEqual(['a', 'b', 'c', 'd']);
});

test('an answer fails as a test wants, before or after the work is done', async () => {
  const { github, octokit, at } = stage;
  const number = github.human.as('ada', 'acme/shop').openIssue({ title: 'Flaky' });
  const route = 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments';
  const comment = () => octokit.issues.createComment({ ...at, issue_number: number, body: 'hello' });
  github.failNext(route, { status: 403, headers: { 'retry-after': '1' }, body: { message: 'secondary rate limit' } });
  await expect(comment()).rejects.toMatchObject({ status: 403, response: { headers: { 'retry-after': '1' } } });
  expect(github.human.issueThread('acme/shop', number).comments).toHaveLength(0);
  github.failNext(route, { status: 502, afterwards: true });
  await expect(comment()).rejects.toMatchObject({ status: 502 });
  expect(github.human.issueThread('acme/shop', number).comments).toHaveLength(1);
  await comment();
  const creating = github
    .requests()
    .filter(({ route: asked, creating: counts }) => counts && asked.endsWith('/comments'));
  expect(creating).toEqual([{ method: 'POST', route: route.slice(5), status: 201, creating: true }]);
});
