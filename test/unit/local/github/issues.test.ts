import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

let stage: GitHubStage;
beforeAll(async () => {
  stage = await startGitHubStage();
});
afterAll(() => stage.close());

test('a spec issue is opened, labelled, discussed and closed, and each step is told', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  const number = ada.openIssue({ title: 'A basket', body: 'People want a basket.', labels: ['spec'] });
  const { data: comment } = await octokit.issues.createComment({ ...at, issue_number: number, body: '- [ ] approve' });
  expect(comment.user?.login).toBe('mge[bot]');
  expect(comment.performed_via_github_app?.id).toBe(4711);
  ada.editComment(comment.id, '- [x] approve');
  await octokit.reactions.createForIssueComment({ ...at, comment_id: comment.id, content: 'eyes' });
  await octokit.issues.update({ ...at, issue_number: number, body: 'People want a basket, soon.' });
  ada.removeLabel(number, 'spec');
  ada.closeIssue(number);
  ada.reopenIssue(number);
  await octokit.issues.deleteComment({ ...at, comment_id: comment.id });

  expect(await stage.told()).toEqual([
    'installation.created',
    'issues.opened',
    'issues.labeled',
    'issue_comment.created',
    'issue_comment.edited',
    'issues.edited',
    'issues.unlabeled',
    'issues.closed',
    'issues.reopened',
    'issue_comment.deleted',
  ]);
  const edited = stage.webhooks.find(({ name }) => name === 'issue_comment.edited');
  expect(edited?.sender).toBe('ada');
  expect(edited?.payload['changes']).toEqual({ body: { from: '- [ ] approve' } });
  expect(stage.webhooks.every(({ genuine }) => genuine)).toBe(true);
  expect(github.gateFindings()).toEqual([]);
});

test('a long conversation comes in pages, and an unchanged issue as 304', async () => {
  const { github, octokit, at } = stage;
  const number = github.human.as('ada', 'acme/shop').openIssue({ title: 'Many words' });
  for (let index = 1; index <= 7; index += 1) {
    await octokit.issues.createComment({ ...at, issue_number: number, body: `word ${index}` });
  }
  const all = await octokit.paginate(octokit.issues.listComments, { ...at, issue_number: number, per_page: 3 });
  expect(all.map(({ body }) => body)).toEqual([1, 2, 3, 4, 5, 6, 7].map((index) => `word ${index}`));
  const late = await octokit.issues.listComments({ ...at, issue_number: number, since: all[5]?.updated_at ?? '' });
  expect(late.data.map(({ body }) => body)).toEqual(['word 6', 'word 7']);
  const first = await octokit.issues.get({ ...at, issue_number: number });
  const again = octokit.issues.get({ ...at, issue_number: number, headers: { 'if-none-match': first.headers.etag } });
  await expect(again).rejects.toMatchObject({ status: 304 });
  expect(github.gateFindings()).toEqual([]);
});

test('what GitHub refuses is refused here', async () => {
  const { github, octokit, at } = stage;
  const number = github.human.as('ada', 'acme/shop').openIssue({ title: 'Edge' });
  const comment = (body: string) => octokit.issues.createComment({ ...at, issue_number: number, body });
  await expect(comment('x'.repeat(65_537))).rejects.toMatchObject({ status: 422 });
  await expect(comment(' ')).rejects.toMatchObject({ status: 422 });
  await expect(octokit.issues.get({ ...at, issue_number: 9999 })).rejects.toMatchObject({ status: 404 });
  await expect(octokit.issues.get({ owner: 'acme', repo: 'nowhere', issue_number: 1 })).rejects.toMatchObject({
    status: 404,
  });
  await expect(octokit.issues.removeLabel({ ...at, issue_number: number, name: 'no' })).rejects.toMatchObject({
    status: 404,
  });
});
