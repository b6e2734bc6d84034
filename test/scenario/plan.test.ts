import { expect, test } from 'vitest';
import { readTally } from '#test/support/scenario-script.ts';
import { beginStory } from '#test/support/scenario-story.ts';

test('`/mge approve` approves the plan as shown; a stranger’s does not', async () => {
  const story = await beginStory();
  await story.settle();
  const strange = await story.say('/mge approve', story.mallory);
  expect(story.reactions(strange)).toContain('confused');
  expect(story.status()).toContain('the plan is ready');

  const said = await story.say('/mge approve');
  expect(story.reactions(said)).toEqual(expect.arrayContaining(['eyes', 'rocket']));
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('a tick counts only while its person may write: the permission is looked up live', async () => {
  const story = await beginStory();
  await story.settle();
  const { human } = story.github;
  human.setPermission('acme/till', 'mallory', 'write');
  story.github.deliveries.pause();
  const plan = story.find('<!-- mge:approve:');
  story.mallory.editComment(plan?.id ?? 0, (plan?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
  human.setPermission('acme/till', 'mallory', 'read');
  story.github.deliveries.resume();
  await story.settle();
  expect(story.status()).toContain('the plan is ready');
  expect(story.github.human.pullRequests('acme/till')).toEqual([]);
  await story.end();
});

test('a revised plan keeps its ids, and an approval of the plan before it is stale', async () => {
  const second = JSON.stringify(await readTally('masterplan.json')).replace(
    'Prints totals.',
    'Prints totals in colour.',
  );
  const story = await beginStory({ files: { 'masterplan.revision-2.json': second } });
  await story.settle();
  const before = story.find('<!-- mge:approve:');
  const said = await story.say('/mge revise print the totals in colour');
  expect(story.reactions(said)).toContain('rocket');
  const after = story.find('<!-- mge:approve:');
  expect(after?.body).toContain('in colour');
  expect(after?.body.match(/mge:task:T\d/g)).toEqual(['mge:task:T1', 'mge:task:T2', 'mge:task:T3']);

  const stale = (before?.body ?? '').replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]');
  story.ada.editComment(after?.id ?? 0, stale);
  await story.settle();
  expect(story.status()).toContain('the plan is ready');

  await story.say('/mge approve');
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('an unticked task is left out; one that others need is not', async () => {
  const story = await beginStory();
  await story.settle();
  const untick = async (task: string, mark: string): Promise<void> => {
    const plan = story.find('<!-- mge:approve:');
    const body = (plan?.body ?? '').replace(new RegExp(`- \\[.\\](?=.*<!-- mge:task:${task} -->)`), `- [${mark}]`);
    story.ada.editComment(plan?.id ?? 0, body);
    await story.settle();
  };
  await untick('T1', ' ');
  const refused = await story.say('/mge approve');
  expect(story.reactions(refused)).toContain('confused');
  expect(story.find('T2 needs T1')).toBeDefined();

  await untick('T1', 'x');
  await untick('T3', ' ');
  await story.say('/mge approve');
  expect(story.status()).toContain('ready for your review');
  expect(await story.commits()).toHaveLength(2);
  await expect(story.file('src/render.ts')).rejects.toThrow('src/render.ts');
  expect(await story.file('src/total.ts')).toContain('average');
  await story.end();
});
