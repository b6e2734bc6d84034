import { expect, test } from 'vitest';
import type { Deviation } from '#local/claude/script.ts';
import { readTallyText } from '#test/support/scenario-script.ts';
import { beginStory, type Story } from '#test/support/scenario-story.ts';

const once = (stage: string, subject: string, give: Deviation) => ({ stage, subject, times: 1, give });
const askedFor = (story: Story, subject: string): number =>
  story.claude.calls().filter((call) => call.stage === 'draft' && call.subject === subject).length;

test('drafts that do not parse, or do not keep to the plan, are drafted again', async () => {
  const total = await readTallyText('tasks/T2/files/src/total.ts');
  const render = await readTallyText('tasks/T3/files/src/render.ts');
  const story = await beginStory({
    rules: [
      once('draft', 'T2', { kind: 'overlay', folder: 'wrong/syntax' }),
      once('draft', 'T3', { kind: 'overlay', folder: 'wrong/interface' }),
    ],
    files: {
      'wrong/syntax/src/total.ts': total.replace('number {', 'number {{{'),
      'wrong/interface/src/render.ts': render.replace(
        'renderCents(cents: number)',
        'renderCents(cents: string, euro: boolean)',
      ),
    },
  });
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  expect([askedFor(story, 'T1'), askedFor(story, 'T2'), askedFor(story, 'T3')]).toEqual([1, 2, 2]);
  expect(await story.file('src/total.ts')).toBe(total);
  expect(await story.file('src/render.ts')).toBe(render);
  await story.end();
});

test('answers that are refused, cut off, or no JSON are asked for again', async () => {
  const story = await beginStory({
    rules: [
      once('draft', 'T1', { kind: 'refusal' }),
      once('draft', 'T2', { kind: 'truncated' }),
      once('draft', 'T3', { kind: 'prose', text: 'Certainly! Here is what I would do.' }),
    ],
  });
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  expect([askedFor(story, 'T1'), askedFor(story, 'T2'), askedFor(story, 'T3')]).toEqual([2, 2, 2]);
  await story.end();
});

test('a busy or broken line is waited out, at every stage', async () => {
  const story = await beginStory({
    rules: [
      once('discovery', 'round-1', { kind: 'overloaded' }),
      once('masterplan', 'revision-1', { kind: 'rate-limited', retryAfter: 60 }),
      once('draft', 'T1', { kind: 'rate-limited', retryAfter: 120 }),
      once('draft', 'T2', { kind: 'cut' }),
      once('draft', 'T3', { kind: 'overloaded' }),
    ],
  });
  await story.goToReview();
  expect(story.status()).toContain('ready for your review');
  expect(story.find('Paused')).toBeUndefined();
  await story.end();
});
