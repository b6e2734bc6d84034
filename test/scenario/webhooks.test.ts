import { expect, test } from 'vitest';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

/** Nothing was said, committed or dispatched twice. */
async function expectNothingTwice(story: Story): Promise<void> {
  const markers = story.page().comments.flatMap(({ body }) => /^<!-- [^>]+ -->/.exec(body)?.[0] ?? []);
  expect(markers).toEqual([...new Set(markers)]);
  const commits = await story.commits();
  expect(commits).toEqual([...new Set(commits)]);
  const threads = story.threads().map(({ comments }) => comments[0]?.body.split('\n')[0]);
  expect(threads).toEqual([...new Set(threads)]);
}

test('every webhook comes twice, and nothing is done twice', async () => {
  const story = await beginStory();
  story.github.deliveries.duplicate(1000);
  await story.goToReview();
  expect(story.judge.jobs).toHaveLength(1);
  await expectNothingTwice(story);
  await story.resolveAll();
  expect(story.status()).toContain('MGE: done');
  await story.end();
});

test('webhooks come late and in another order', async () => {
  const story = await beginStory({ asks: true });
  const { deliveries } = story.github;
  await story.settle();
  deliveries.pause();
  story.ada.comment(story.issue, '1A');
  story.ada.comment(story.issue, '2: the franc');
  story.ada.comment(story.issue, '/mge status');
  deliveries.shuffle();
  deliveries.resume();
  await story.settle();
  await story.tickApproval();

  deliveries.pause();
  for (const thread of story.threads()) story.ada.resolveThread(thread.id);
  story.ada.comment(story.issue, '/mge report');
  deliveries.shuffle();
  deliveries.resume();
  await story.settle();
  expect(story.status()).toContain('MGE: done');
  await expectNothingTwice(story);
  await story.end();
});

test('the news of a finished validation is lost: MGE asks for it by itself', async () => {
  const story = await beginStory();
  await story.settle();
  const plan = story.find('<!-- mge:approve:');
  story.ada.editComment(plan?.id ?? 0, (plan?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
  await story.github.settled();
  story.github.deliveries.drop(1000);
  await story.settle();
  expect(story.judge.jobs).toHaveLength(1);
  expect(story.github.human.pullRequests('acme/till')).toEqual([]);
  story.github.failNext('GET /app/hook/deliveries', { status: 502 });
  await story.reconcile();
  expect(story.status()).toContain('ready for your review');
  expect(story.judge.jobs).toHaveLength(1);
  await expectNothingTwice(story);
  await story.end();
});

test('the news of the merged setup is lost: MGE looks by itself', async () => {
  const story = await beginStory({ installed: false });
  await story.goToReview();
  const [setup] = story.github.human.pullRequests('acme/till');
  story.github.deliveries.drop(2);
  await story.ada.mergePullRequest(setup?.number ?? 0);
  await story.settle();
  expect(story.judge.jobs).toEqual([]);
  story.github.failNext('GET /app/hook/deliveries', { status: 502 });
  await story.reconcile();
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('one webhook in ten is lost, some come twice, and what was lost comes in the end', async () => {
  const story = await beginStory({ asks: true });
  const { deliveries } = story.github;
  deliveries.loseOneIn(10);
  const until = async (isSo: () => boolean): Promise<void> => {
    for (let round = 0; round < 12 && !isSo(); round++) {
      deliveries.duplicate(2);
      await story.settle();
      await story.reconcile();
    }
    expect(isSo()).toBe(true);
  };
  const isStatus = (headline: string) => story.find('mge:status')?.body.includes(`MGE: ${headline}`) === true;
  await until(() => isStatus('a few questions') && story.find('mge:questions-1') !== undefined);
  story.ada.comment(story.issue, '1A, 2A');
  await until(() => isStatus('the plan is ready') && story.find('<!-- mge:approve:') !== undefined);
  await story.tickApproval();
  await until(() => isStatus('ready for your review'));
  await story.resolveAll();
  await until(() => isStatus('done'));
  expect(deliveries.list().some(({ redelivery, status }) => redelivery && status === 'delivered')).toBe(true);
  expect(story.judge.jobs).toHaveLength(1);
  await expectNothingTwice(story);
  await story.end();
});

test('MGE goes down in the middle of a run, comes up again, and goes on', async () => {
  const story = await beginStory();
  await story.settle();
  const plan = story.find('<!-- mge:approve:');
  story.ada.editComment(plan?.id ?? 0, (plan?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
  await story.github.settled();
  await story.restart();
  expect(story.status()).toContain('ready for your review');
  await expectNothingTwice(story);
  await story.end();
});
