import { beforeAll, expect, test } from 'vitest';
import { byChance, onceAtEveryBoundary } from '#test/crash/moments.ts';
import { portrait } from '#test/crash/portrait.ts';
import { createKiller, type Killer } from '#test/support/killer.ts';
import { beginStory } from '#test/support/scenario-story.ts';

const standsAt = new Date('2026-11-21T09:00:00Z');

/** A whole run with questions, a failing atom, a command and a review, from the label to the report. */
async function live(killer?: Killer) {
  const story = await beginStory({ asks: true, standsAt, ...(killer === undefined ? {} : { killer }) });
  story.judge.fails('average');
  await story.settle();
  await story.say('1A, 2A');
  await story.tickApproval();
  await story.resolveAll();
  const left = await portrait(story);
  await story.end();
  return left;
}

let undisturbed: Awaited<ReturnType<typeof live>>;
beforeAll(async () => {
  undisturbed = await live();
}, 600_000);

test('killed once at every boundary of every effect, a run leaves behind exactly what an undisturbed one does', async () => {
  const killer = createKiller(onceAtEveryBoundary());
  expect(await live(killer)).toEqual(undisturbed);
  expect(killer.kills.length).toBeGreaterThan(60);
}, 600_000);

test.each([1, 2])(
  'killed at random calls of any port (seed %i), a run comes to the same end',
  async (seed) => {
    const killer = createKiller(byChance(seed, 40, 12));
    expect(await live(killer)).toEqual(undisturbed);
    expect(killer.kills).toHaveLength(12);
  },
  600_000,
);
