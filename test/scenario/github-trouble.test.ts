import { expect, test } from 'vitest';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

const repo = '/repos/{owner}/{repo}';
/** One effect writes many things and is tried a few times: each of these fails in an effect of its own. */
const files = [
  `POST ${repo}/issues/{issue_number}/comments`,
  `POST ${repo}/git/trees`,
  `POST ${repo}/git/refs`,
  `POST ${repo}/pulls`,
  `POST ${repo}/check-runs`,
];
const talk = [
  `PATCH ${repo}/issues/comments/{comment_id}`,
  `POST ${repo}/git/commits`,
  `POST ${repo}/actions/workflows/{workflow_id}/dispatches`,
  `POST ${repo}/pulls/{pull_number}/reviews`,
];

const moves = [`PATCH ${repo}/git/refs/{ref}`];

async function expectWhole(story: Story): Promise<void> {
  expect(story.status()).toContain('MGE: done');
  const markers = story.page().comments.flatMap(({ body }) => /^<!-- [^>]+ -->/.exec(body)?.[0] ?? []);
  expect(markers).toEqual([...new Set(markers)]);
  expect(await story.commits()).toHaveLength(3);
  expect(story.threads()).toHaveLength(2);
  expect(story.judge.jobs).toHaveLength(1);
  expect(story.github.human.pullRequests('acme/till')).toHaveLength(1);
}

const lost = { status: 502, afterwards: true };
const broken = { status: 500 };
const cut = { status: 0 };
const cutAfterwards = { status: 0, afterwards: true };
const slower = {
  status: 403,
  headers: { 'retry-after': '60' },
  body: { message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.' },
};

test.each([
  ['an answer is lost after the work was done, once on files and checks', files, lost],
  ['an answer is lost after the work was done, once on words and branches', talk, lost],
  ['GitHub is broken for a moment, once on files and checks', files, broken],
  ['GitHub is broken for a moment, once on words and branches', talk, broken],
  ['a branch is moved and the answer is lost', moves, lost],
  ['connections are cut before the work, once on files and checks', files, cut],
  ['connections are cut after the work, once on words and branches', talk, cutAfterwards],
  ['GitHub asks to slow down, once on every kind of write', [...files, ...talk, ...moves], slower],
] as const)('%s: the run comes out the same', async (_what, routes, failure) => {
  const story = await beginStory();
  for (const route of routes) story.github.failNext(route, failure);
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  await story.resolveAll();
  await expectWhole(story);
  await story.end();
});

test('what GitHub refuses for good pauses the run with the reason, and is picked up again', async () => {
  const story = await beginStory();
  await story.settle();
  story.github.failNext(`POST ${repo}/git/trees`, { status: 422, body: { message: 'Validation Failed' } });
  await story.tickApproval();
  expect(story.status()).toContain('Paused');
  expect(story.status()).toContain('/mge retry');
  await story.say('/mge retry');
  expect(story.status()).toContain('ready for your review');
  await story.resolveAll();
  await expectWhole(story);
  await story.end();
});
