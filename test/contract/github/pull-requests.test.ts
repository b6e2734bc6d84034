import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

const DATE = new Date('2026-11-20T09:00:00Z');
const numbered = (count: number, edit: (line: number) => string): string =>
  Array.from({ length: count }, (_, index) => edit(index + 1)).join('');

describe('PullRequests on GitHub', () => {
  let stage: AdapterStage;
  let head: string;

  beforeEach(async () => {
    stage = await startAdapters({
      files: { 'README.md': '# Shop\n', 'src/old.ts': numbered(60, (line) => `// line ${line}\n`) },
    });
    const { sourceTree, repository } = stage;
    const parent = (await sourceTree.headOf(repository, 'main')) ?? '';
    const changes = [
      { path: 'src/new.ts', text: numbered(20, (line) => `export const n${line} = ${line};\n`) },
      { path: 'src/old.ts', text: numbered(60, (line) => (line === 30 ? '// changed\n' : `// line ${line}\n`)) },
    ];
    head = await sourceTree.commit(repository, { parent, changes, message: 'feat: level 0', date: DATE });
    await sourceTree.moveBranch(repository, 'mge/1-shop', head, null);
  });

  afterEach(() => stage.close());

  const request = { head: 'mge/1-shop', base: 'main', title: 'feat: shop', body: 'Closes #1.', draft: true };
  const seen = (number: number): ReturnType<AdapterStage['local']['human']['pullRequestThread']> =>
    stage.local.human.pullRequestThread('acme/shop', number);

  it('opens one draft, and brings the open one up to date', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    expect(seen(number)).toMatchObject({ title: 'feat: shop', body: 'Closes #1.', draft: true });
    const other = stage.anotherProcess().pullRequests;
    expect(await other.open(stage.repository, { ...request, title: 'feat: the shop' })).toBe(number);
    expect(seen(number).title).toBe('feat: the shop');
  });

  it('opens one when two workers try at once', async () => {
    const other = stage.anotherProcess().pullRequests;
    const numbers = await Promise.all([
      stage.pullRequests.open(stage.repository, request),
      other.open(stage.repository, request),
    ]);
    expect(new Set(numbers).size).toBe(1);
  });

  it('changes the text, and takes it out of draft once', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    await stage.pullRequests.update(stage.repository, number, { body: 'The report.' });
    expect(seen(number)).toMatchObject({ body: 'The report.', draft: true });
    await stage.pullRequests.update(stage.repository, number, { ready: true });
    await stage.pullRequests.update(stage.repository, number, { ready: true });
    expect(seen(number)).toMatchObject({ body: 'The report.', draft: false });
  });

  const comment = (marker: string, path: string, startLine: number, endLine: number) => ({
    marker,
    path,
    startLine,
    endLine,
    body: `About ${marker}.`,
  });

  it('reviews the lines of an atom, and tells of what the pull request does not touch', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    const comments = [
      comment('atom-a', 'src/new.ts', 3, 5),
      comment('atom-b', 'src/old.ts', 30, 30),
      comment('atom-c', 'README.md', 1, 1),
    ];
    const review = { marker: 'review-1', commit: head, body: 'Please look at these.', comments };
    const ids = await stage.pullRequests.review(stage.repository, number, review);
    expect([...ids.keys()].toSorted()).toEqual(['atom-a', 'atom-b']);
    const [seenReview, ...others] = seen(number).reviews;
    expect(others).toEqual([]);
    expect(seenReview?.threads.map(({ id, path, line }) => ({ id, path, line }))).toEqual([
      { id: ids.get('atom-a'), path: 'src/new.ts', line: 5 },
      { id: ids.get('atom-b'), path: 'src/old.ts', line: 30 },
    ]);
    expect(seenReview?.threads[0]?.comments[0]?.body).toBe('<!-- mge:atom-a -->\nAbout atom-a.');
    expect(seenReview?.body).toContain('**`README.md`**, lines 1–1\n\nAbout atom-c.');
  });

  it('posts a review once, also when the answer to it was lost', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    const comments = [comment('atom-a', 'src/new.ts', 3, 5), comment('atom-b', 'src/new.ts', 8, 8)];
    const review = { marker: 'review-1', commit: head, body: 'Please look.', comments };
    const route = 'POST /repos/{owner}/{repo}/pulls/{pull_number}/reviews';
    stage.local.failNext(route, { status: 502, afterwards: true });
    await expect(stage.pullRequests.review(stage.repository, number, review)).rejects.toMatchObject({
      code: 'github-unavailable',
      retry: 'retry',
    });
    stage.created();
    const ids = await stage.anotherProcess().pullRequests.review(stage.repository, number, review);
    expect(ids.size).toBe(2);
    expect(stage.created()).toEqual([]);
    expect(seen(number).reviews).toHaveLength(1);
  });

  it('splits a long review', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    const comments = Array.from({ length: 120 }, (_, index) =>
      comment(`atom-${index}`, 'src/new.ts', 1 + (index % 20), 1 + (index % 20)),
    );
    stage.created();
    const review = { marker: 'review-1', commit: head, body: 'Please look.', comments };
    const ids = await stage.pullRequests.review(stage.repository, number, review);
    expect(ids.size).toBe(120);
    expect(stage.created()).toHaveLength(3);
  });

  it('answers in a thread once, reacts there, and resolves it', async () => {
    const number = await stage.pullRequests.open(stage.repository, request);
    const comments = [comment('atom-a', 'src/new.ts', 3, 5), comment('atom-b', 'src/new.ts', 7, 7)];
    const review = { marker: 'review-1', commit: head, body: 'Please look.', comments };
    const rootId = (await stage.pullRequests.review(stage.repository, number, review)).get('atom-b') ?? 0;
    const ada = stage.local.human.as('ada', 'acme/shop');
    const commentId = ada.replyToReviewComment(rootId, '/mge regenerate use a loop');
    const place = { kind: 'thread', number, commentId, rootId } as const;
    await stage.conversation.react(stage.repository, place, 'eyes');
    const first = await stage.conversation.reply(stage.repository, place, 'answer-1', 'Done, see the commit.');
    const again = await stage.anotherProcess().conversation.reply(stage.repository, place, 'answer-1', 'Done.');
    expect(again.id).toBe(first.id);
    await stage.pullRequests.resolveThread(stage.repository, number, rootId);
    await stage.pullRequests.resolveThread(stage.repository, number, rootId);
    await stage.pullRequests.resolveThread(stage.repository, number, 999_999);
    const [open, resolved] = seen(number).reviews.flatMap((one) => one.threads);
    expect([open?.isResolved, resolved?.isResolved]).toEqual([false, true]);
    expect(resolved?.comments.map(({ author }) => author)).toEqual(['mge[bot]', 'ada', 'mge[bot]']);
    expect(resolved?.comments[1]?.reactions.map(({ content }) => content)).toEqual(['eyes']);
  });
});
