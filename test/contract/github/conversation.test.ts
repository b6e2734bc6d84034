import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';

const HOURS = { headline: 'building', secondsApart: 3600 };

describe('Conversation on GitHub', () => {
  let stage: AdapterStage;
  let issue: number;

  beforeEach(async () => {
    stage = await startAdapters();
    issue = stage.local.human
      .as('ada', 'acme/shop')
      .openIssue({ title: 'A ledger', body: 'Please.', labels: ['spec'] });
  });

  afterEach(() => stage.close());

  const thread = (): { id: number; author: string; body: string }[] =>
    stage.local.human.issueThread('acme/shop', issue).comments.map(({ id, author, body }) => ({ id, author, body }));

  it('keeps one sticky comment, edited in place', async () => {
    const first = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 1');
    const second = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 2');
    const third = await stage.anotherProcess().conversation.upsertComment(stage.repository, issue, 'status', 'Stage 3');
    expect([second.id, third.id]).toEqual([first.id, first.id]);
    expect(thread()).toEqual([{ id: first.id, author: 'mge[bot]', body: '<!-- mge:status -->\nStage 3' }]);
  });

  it('edits at once when the headline is new, later when only details are, and never for the same text', async () => {
    const say = (text: string, headline = HOURS.headline) =>
      stage.conversation.upsertComment(stage.repository, issue, 'status', text, { ...HOURS, headline });
    await say('1 of 9');
    await expect(say('2 of 9')).rejects.toMatchObject({ code: 'github-rate-limited', retry: 'wait-until' });
    await say('done', 'done');
    expect(thread()[0]?.body).toContain('done');
    const before = stage.local.requests().length;
    await say('done', 'done');
    expect(stage.local.requests()).toHaveLength(before);
  });

  it('makes one comment when the same marker is written twice at once', async () => {
    const write = (text: string): Promise<unknown> =>
      stage.conversation.upsertComment(stage.repository, issue, 'status', text);
    await Promise.all([write('one'), write('two'), write('three')]);
    expect(thread().map(({ body }) => body)).toEqual(['<!-- mge:status -->\nthree']);
  });

  it('writes the comment anew when somebody deleted it', async () => {
    const first = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 1');
    stage.local.human.as('ada', 'acme/shop').deleteComment(first.id);
    const second = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 2');
    expect(thread().map(({ id }) => id)).toEqual([second.id]);
  });

  it('is not led astray by a person who writes its marker', async () => {
    const forged = stage.local.human.as('ada', 'acme/shop').comment(issue, '<!-- mge:status -->\nmine');
    const own = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 1');
    expect(own.id).not.toBe(forged);
    expect(thread().map(({ author }) => author)).toEqual(['ada', 'mge[bot]']);
  });

  it('finds its comment behind a hundred others', async () => {
    const first = await stage.conversation.upsertComment(stage.repository, issue, 'early', 'one');
    const ada = stage.local.human.as('ada', 'acme/shop');
    for (let count = 0; count < 120; count++) ada.comment(issue, `comment ${count}`);
    const late = await stage.conversation.upsertComment(stage.repository, issue, 'late', 'two');
    const other = stage.anotherProcess().conversation;
    expect((await other.upsertComment(stage.repository, issue, 'early', 'one')).id).toBe(first.id);
    expect((await other.upsertComment(stage.repository, issue, 'late', 'two')).id).toBe(late.id);
    expect(await stage.conversation.listHumanComments(stage.repository, issue)).toHaveLength(120);
  });

  it('replies once per marker', async () => {
    const commentId = stage.local.human.as('ada', 'acme/shop').comment(issue, '/mge status');
    const place = { kind: 'issue', number: issue, commentId } as const;
    const first = await stage.conversation.reply(stage.repository, place, 'reply-7', 'Building.');
    const again = await stage.anotherProcess().conversation.reply(stage.repository, place, 'reply-7', 'Building.');
    expect(again.id).toBe(first.id);
    expect(thread()).toHaveLength(2);
  });

  it('reacts, and lets a deleted comment be', async () => {
    const ada = stage.local.human.as('ada', 'acme/shop');
    const commentId = ada.comment(issue, '/mge status');
    const place = { kind: 'issue', number: issue, commentId } as const;
    await stage.conversation.react(stage.repository, place, 'eyes');
    await stage.conversation.react(stage.repository, place, 'eyes');
    await stage.conversation.react(stage.repository, place, '+1');
    await stage.conversation.react(stage.repository, { ...place, commentId: 0 }, 'rocket');
    const { comments, reactions } = stage.local.human.issueThread('acme/shop', issue);
    expect(comments[0]?.reactions.map(({ content }) => content)).toEqual(['eyes', '+1']);
    expect(reactions.map(({ content }) => content)).toEqual(['rocket']);
    ada.deleteComment(commentId);
    await expect(stage.conversation.react(stage.repository, place, 'eyes')).resolves.toBeUndefined();
  });

  it('reads comments: null when gone, people apart from apps', async () => {
    const ada = stage.local.human.as('ada', 'acme/shop');
    const human = ada.comment(issue, 'SQLite, please');
    const own = await stage.conversation.upsertComment(stage.repository, issue, 'status', 'Stage 1');
    stage.local.human.addUser('other[bot]', { type: 'Bot' });
    stage.local.human.as('other[bot]', 'acme/shop').comment(issue, 'beep');
    expect(await stage.conversation.listHumanComments(stage.repository, issue)).toEqual([
      { id: human, author: 'ada', body: 'SQLite, please' },
    ]);
    expect((await stage.conversation.readComment(stage.repository, own.id))?.body).toContain('Stage 1');
    ada.deleteComment(own.id);
    expect(await stage.conversation.readComment(stage.repository, own.id)).toBeNull();
  });

  it('posts no secret, and nothing longer than GitHub takes', async () => {
    const token = `ghs_${'a1B2'.repeat(9)}`;
    const body = `Cause: ${token}\n${'a long line of a log\n'.repeat(5000)}`;
    const posted = await stage.conversation.upsertComment(stage.repository, issue, 'report', body);
    const [comment] = thread();
    expect(comment?.id).toBe(posted.id);
    expect(comment?.body).not.toContain(token);
    expect(comment?.body).toContain('Cause: [redacted]');
    expect(comment?.body.length).toBeLessThanOrEqual(65_536);
    expect(comment?.body.slice(-60)).toMatch(/_Shortened: .*_$/);
  });
});
