import { afterAll, beforeAll, expect, test } from 'vitest';
import { startGitHubStage, type GitHubStage } from '#test/support/local-github.ts';

let stage: GitHubStage;
let sha = '';
beforeAll(async () => {
  stage = await startGitHubStage();
  const ada = stage.github.human.as('ada', 'acme/shop');
  const text = Array.from({ length: 30 }, (_, index) => `export const line${index + 1} = ${index + 1};\n`).join('');
  sha = await ada.commitFile('mge/run', 'src/lines.ts', text, 'Thirty lines');
});
afterAll(() => stage.close());

const threadsQuery = `query ($owner: String!, $repo: String!, $number: Int!) {
  repository(owner: $owner, name: $repo) {
    pullRequest(number: $number) {
      reviewThreads(first: 50) {
        nodes { id isResolved isOutdated comments(first: 10) { nodes { databaseId body author { login } } } }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;

interface ThreadsAnswer {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly nodes: readonly {
          readonly id: string;
          readonly isResolved: boolean;
          readonly isOutdated: boolean;
          readonly comments: {
            readonly nodes: readonly { readonly body: string; readonly author: { readonly login: string } }[];
          };
        }[];
      };
    };
  };
}

async function threads(number: number) {
  const answer = await stage.octokit.graphql<ThreadsAnswer>(threadsQuery, { ...stage.at, number });
  return answer.repository.pullRequest.reviewThreads.nodes;
}

test('a pull request lives from its opening to its merge', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  const spec = ada.openIssue({ title: 'Spec', labels: ['spec'] });
  const opening = { ...at, title: 'A basket', head: 'mge/run', base: 'main', body: `Closes #${spec}`, draft: true };
  const { data: pull } = await octokit.pulls.create(opening);
  expect(pull).toMatchObject({ additions: 30, deletions: 0, changed_files: 1, commits: 1, draft: true });
  await expect(octokit.pulls.create(opening)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('already exists'),
  });
  const found = await octokit.pulls.list({ ...at, head: 'acme:mge/run', state: 'open' });
  expect(found.data.map(({ number }) => number)).toEqual([pull.number]);
  await octokit.pulls.update({ ...at, pull_number: pull.number, title: 'A basket for people' });
  const files = await octokit.pulls.listFiles({ ...at, pull_number: pull.number });
  expect(files.data[0]).toMatchObject({ filename: 'src/lines.ts', status: 'added', additions: 30 });

  const comments = [
    { path: 'src/lines.ts', line: 3, side: 'RIGHT', body: 'Sure about three?' },
    { path: 'src/lines.ts', line: 20, side: 'RIGHT', body: 'And twenty?' },
  ];
  const review = await octokit.pulls.createReview({
    ...at,
    pull_number: pull.number,
    commit_id: sha,
    event: 'COMMENT',
    body: 'Two atoms',
    comments,
  });
  const ofReview = await octokit.pulls.listCommentsForReview({
    ...at,
    pull_number: pull.number,
    review_id: review.data.id,
  });
  const [three, twenty] = ofReview.data;
  if (!three || !twenty) throw new Error('both comments were posted');
  ada.replyToReviewComment(three.id, '/mge approve');
  await octokit.reactions.createForPullRequestReviewComment({ ...at, comment_id: three.id, content: 'rocket' });
  await octokit.pulls.createReplyForReviewComment({
    ...at,
    pull_number: pull.number,
    comment_id: three.id,
    body: 'Done.',
  });
  ada.resolveThread(twenty.id);
  const before = await threads(pull.number);
  expect(
    before.map((thread) => [
      thread.isResolved,
      thread.comments.nodes.map(({ author, body }) => `${author.login}: ${body}`),
    ]),
  ).toEqual([
    [false, ['mge: Sure about three?', 'ada: /mge approve', 'mge: Done.']],
    [true, ['mge: And twenty?']],
  ]);
  const resolve =
    'mutation ($threadId: ID!) { resolveReviewThread(input: { threadId: $threadId }) { thread { isResolved } } }';
  await octokit.graphql(resolve, { threadId: before[0]?.id });
  const ready =
    'mutation ($id: ID!) { markPullRequestReadyForReview(input: { pullRequestId: $id }) { pullRequest { isDraft } } }';
  await octokit.graphql(ready, { id: pull.node_id });
  await ada.submitReview(pull.number, { event: 'APPROVE', body: 'Good' });

  const seen = github.human.pullRequestThread('acme/shop', pull.number);
  expect(seen.reviews.map(({ author, state, threads: own }) => [author, state, own.length])).toEqual([
    ['mge[bot]', 'COMMENTED', 2],
    ['ada', 'APPROVED', 0],
  ]);
  await ada.mergePullRequest(pull.number);
  expect((await octokit.pulls.get({ ...at, pull_number: pull.number })).data).toMatchObject({
    merged: true,
    state: 'closed',
  });
  expect(github.human.issueThread('acme/shop', spec).state).toBe('closed');
  expect((await stage.told()).filter((name) => name.startsWith('pull_request'))).toEqual([
    'pull_request.opened',
    'pull_request.edited',
    'pull_request_review.submitted',
    'pull_request_review_comment.created',
    'pull_request_review_comment.created',
    'pull_request_review.submitted',
    'pull_request_review_comment.created',
    'pull_request_review.submitted',
    'pull_request_review_comment.created',
    'pull_request_review_thread.resolved',
    'pull_request_review_thread.resolved',
    'pull_request.ready_for_review',
    'pull_request_review.submitted',
    'pull_request.closed',
  ]);
  expect(github.gateFindings()).toEqual([]);
});

test('a comment follows its line, and is outdated when its line changes', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  const lines = ['one', 'two', 'three', 'four'];
  await ada.commitFile('mge/follow', 'words.txt', `${lines.join('\n')}\n`, 'Words');
  const { data: pull } = await octokit.pulls.create({ ...at, title: 'Words', head: 'mge/follow', base: 'main' });
  const comments = [
    { path: 'words.txt', line: 2, body: 'two?' },
    { path: 'words.txt', line: 4, body: 'four?' },
  ];
  await octokit.pulls.createReview({ ...at, pull_number: pull.number, event: 'COMMENT', comments });
  await ada.commitFile('mge/follow', 'words.txt', 'zero\none\n2\nthree\nfour\n', 'Changed');
  const seen = github.human.pullRequestThread('acme/shop', pull.number).reviews[0]?.threads;
  expect(seen?.map(({ line, isOutdated }) => [line, isOutdated])).toEqual([
    [null, true],
    [5, false],
  ]);
  expect((await threads(pull.number)).map(({ isOutdated }) => isOutdated)).toEqual([true, false]);
  const { data: listed } = await octokit.pulls.listReviewComments({ ...at, pull_number: pull.number });
  expect(listed.map((comment) => 'line' in comment)).toEqual([false, true]);
  const [outdated] = listed;
  ada.replyToReviewComment(outdated?.id ?? 0, 'It says 2 now.');
  ada.resolveThread(outdated?.id ?? 0);
  expect(await stage.told()).toContain('pull_request.synchronize');
  expect(github.gateFindings()).toEqual([]);
});

test('a comment on a whole file has no line and is not outdated; a file that did not change takes none', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  await ada.commitFile('mge/file', 'file.txt', 'all\n', 'File');
  const { data: pull } = await octokit.pulls.create({ ...at, title: 'File', head: 'mge/file', base: 'main' });
  const comment = (path: string, commit_id: string) =>
    octokit.pulls.createReviewComment({
      ...at,
      pull_number: pull.number,
      commit_id,
      path,
      body: 'All of it?',
      subject_type: 'file',
    });
  const { data: made } = await comment('file.txt', pull.head.sha);
  expect(made).toMatchObject({ subject_type: 'file', original_position: 1 });
  await expect(comment('README.md', pull.head.sha)).rejects.toMatchObject({ status: 422 });
  await expect(comment('file.txt', pull.base.sha)).rejects.toMatchObject({ status: 422 });
  await ada.commitFile('mge/file', 'file.txt', 'other\n', 'Changed');
  const [thread] = github.human.pullRequestThread('acme/shop', pull.number).reviews[0]?.threads ?? [];
  expect(thread).toMatchObject({ id: made.id, line: null, isOutdated: false, isResolved: false });
  expect((await threads(pull.number)).map(({ isOutdated }) => isOutdated)).toEqual([false]);
  ada.resolveThread(made.id);
  const told = await stage.told();
  expect(told.at(-1)).toBe('pull_request_review_thread.resolved');
  expect(told).toContain('pull_request_review_comment.created');
  expect(github.gateFindings()).toEqual([]);
});

test('a review must stand on the diff, and an author does not judge their own work', async () => {
  const { github, octokit, at } = stage;
  const ada = github.human.as('ada', 'acme/shop');
  await ada.commitFile('mge/own', 'own.txt', 'mine\n', 'Own');
  const { data: pull } = await octokit.pulls.create({ ...at, title: 'Own', head: 'mge/own', base: 'main' });
  const review = (more: object) => octokit.pulls.createReview({ ...at, pull_number: pull.number, ...more });
  const off = { event: 'COMMENT', comments: [{ path: 'own.txt', line: 99, body: 'where?' }] };
  await expect(review(off)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('part of the diff'),
  });
  const elsewhere = { event: 'COMMENT', comments: [{ path: 'README.md', line: 1, body: 'where?' }] };
  await expect(review(elsewhere)).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('path could not be resolved'),
  });
  await expect(review({ event: 'APPROVE' })).rejects.toMatchObject({
    status: 422,
    message: expect.stringContaining('own pull request'),
  });
  expect(github.human.pullRequestThread('acme/shop', pull.number).reviews).toEqual([]);
  expect(github.gateFindings()).toEqual([]);
});
