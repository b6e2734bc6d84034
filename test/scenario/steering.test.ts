import { expect, test } from 'vitest';
import type { Rule } from '#local/claude/script.ts';
import { beginStory } from '#test/support/scenario-story.ts';

test('a run is paused and resumed by command', async () => {
  const story = await beginStory();
  await story.settle();
  const paused = await story.say('/mge pause');
  expect(story.reactions(paused)).toContain('+1');
  expect(story.status()).toContain('paused');
  await story.tickApproval();
  expect(story.status()).toContain('paused');
  expect(story.judge.jobs).toEqual([]);

  const strange = await story.say('/mge resume', story.mallory);
  expect(story.reactions(strange)).toContain('confused');
  await story.say('/mge resume');
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('a cancelled run ends; the label starts the next one from the beginning', async () => {
  const story = await beginStory();
  await story.settle();
  const said = await story.say('/mge cancel');
  expect(story.reactions(said)).toContain('+1');
  expect(story.status()).toContain('cancelled');
  const dead = await story.say('/mge approve');
  expect(story.reactions(dead)).toContain('confused');

  story.ada.removeLabel(story.issue, 'spec');
  await story.settle();
  story.ada.addLabel(story.issue, 'spec');
  await story.settle();
  expect(story.status()).toContain('the plan is ready');
  await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('the cap stops the run before it is passed; a higher one lets it go on', async () => {
  const story = await beginStory({ settings: 'review:\n  share: 0.34\nbudget_usd: 0.04\n' });
  await story.settle();
  if (!story.status().includes('Paused')) await story.tickApproval();
  expect(story.status()).toContain('/mge budget');
  const spent = await story.store.ledger.spending('acme/till#1');
  expect(spent.usd).toBeLessThanOrEqual(0.04);

  const said = await story.say('/mge budget 5');
  expect(story.reactions(said)).toContain('+1');
  if (story.status().includes('the plan is ready')) await story.tickApproval();
  expect(story.status()).toContain('ready for your review');
  expect(story.status()).toContain('at most $5.00');
  await story.end();
});

test('anybody may ask for help and the status; unknown and misspelt commands are answered', async () => {
  const story = await beginStory();
  await story.settle();
  await story.say('/mge help', story.mallory);
  expect(story.find('/mge revise <what should change>')).toBeDefined();
  const asked = await story.say('/mge status', story.mallory);
  expect(story.reactions(asked)).not.toContain('confused');

  const misspelt = await story.say('/mge aprove');
  expect(story.reactions(misspelt)).toContain('confused');
  expect(story.find('did you mean `/mge approve`?')).toBeDefined();
  const unknown = await story.say('/mge dance');
  expect(story.reactions(unknown)).toContain('confused');
  expect(story.find('There is no command `dance`')).toBeDefined();
  const quoted = await story.say('> /mge approve\n\nShould I type this?');
  expect(story.reactions(quoted)).toEqual([]);
  expect(story.status()).toContain('the plan is ready');
  await story.end();
});

test('a wrong settings file is told with its line, and mended', async () => {
  const story = await beginStory({ settings: 'reviews:\n  share: 0.34\n' });
  await story.settle();
  expect(story.status()).toContain('reviews');
  await story.ada.commitFile('main', '.github/mge.yml', 'review:\n  share: 0.34\n', 'Mend');
  await story.say('/mge retry');
  expect(story.status()).toContain('the plan is ready');
  await story.end();
});

/** A story up to the moment in which Claude has refused the first drafts: more are waiting for their turn. */
async function untilClaudeIsOverloaded() {
  const rules = ['T1', 'T2', 'T3'].map((subject): Rule => ({
    stage: 'draft',
    subject,
    times: 1,
    give: { kind: 'overloaded' },
  }));
  const story = await beginStory({ rules });
  await story.settle();
  await story.tickApproval(story.ada, 0);
  const asked = (): number => story.claude.calls().filter(({ stage }) => stage === 'draft').length;
  expect(asked()).toBeGreaterThan(0);
  return { story, asked };
}

test('paused while calls wait for their turn: none is made until the run is resumed, then it goes on', async () => {
  const { story, asked } = await untilClaudeIsOverloaded();
  const before = asked();
  await story.say('/mge pause');
  expect(asked()).toBe(before);
  await story.say('/mge resume');
  expect(story.status()).toContain('ready for your review');
  await story.end();
});

test('cancelled while calls wait for their turn: none is made any more', async () => {
  const { story, asked } = await untilClaudeIsOverloaded();
  const before = asked();
  await story.say('/mge cancel');
  expect(asked()).toBe(before);
  expect(story.judge.jobs).toEqual([]);
  expect(story.status()).toContain('cancelled');
  await story.end();
});
