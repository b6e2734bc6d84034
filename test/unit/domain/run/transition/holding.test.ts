import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import { goodAnswers, label, playRun, type Play } from '#test/support/play-run.ts';
import { says } from '#test/support/run-samples.ts';

/** A run whose drafts have not come yet. */
function drafting(): Play {
  const play = playRun(goodAnswers({ 'draft-task': () => null }), () => 0, 0);
  play.tell(label);
  play.tell(says('maria', '/mge approve'));
  return play;
}

const held = (effect: Effect | undefined): RunEvent => ({ type: 'effect-held', effect: effect?.key ?? '' });
const tasksOf = (effects: readonly Effect[]): string[] =>
  effects.flatMap((effect) => (effect.type === 'draft-task' ? [effect.task] : [])).toSorted();

describe('an effect whose turn comes while the run is paused', () => {
  it('is kept, and ordered under a key of its own when the run is resumed', () => {
    const play = drafting();
    const ordered = play.performed('draft-task');
    play.tell(says('maria', '/mge pause'));
    for (const effect of ordered) play.tell(held(effect), `${effect.key}/done`);
    expect(play.performed('draft-task')).toHaveLength(ordered.length);
    expect(tasksOf(play.run().held)).toEqual(tasksOf(ordered));
    expect(play.run().pending.filter(({ type }) => type === 'draft-task')).toEqual([]);
    play.tell(says('maria', '/mge resume'));
    const again = play.performed('draft-task').slice(ordered.length);
    expect(tasksOf(again)).toEqual(tasksOf(ordered));
    expect(again.map(({ key }) => key)).toEqual(ordered.map(({ key }) => `${key}/resumed-1`));
  });

  it('is ordered at once when the run was resumed meanwhile', () => {
    const play = drafting();
    const [first] = play.performed('draft-task');
    play.tell(says('maria', '/mge pause'));
    play.tell(says('maria', '/mge resume'));
    play.tell(held(first), `${first?.key}/done`);
    expect(play.performed('draft-task').at(-1)?.key).toBe(`${first?.key}/resumed-1`);
    expect(play.run().held).toEqual([]);
  });

  it('is gone with a run that was cancelled meanwhile', () => {
    const play = drafting();
    const ordered = play.performed('draft-task');
    play.tell(says('maria', '/mge pause'));
    play.tell(says('maria', '/mge cancel'));
    play.tell(held(ordered[0]), `${ordered[0]?.key}/done`);
    expect(play.performed('draft-task')).toHaveLength(ordered.length);
  });

  it('is neither lost nor ordered twice, whenever people pause and resume', () => {
    const step = fc.constantFrom('pause', 'resume', 'turn');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), (steps) => {
        const play = drafting();
        const tasks = tasksOf(play.performed('draft-task'));
        const drafts = (): Effect[] => play.run().pending.filter(({ type }) => type === 'draft-task');
        for (const each of steps) {
          const [next] = drafts();
          if (each !== 'turn') play.tell(says('maria', `/mge ${each}`));
          else if (next !== undefined && play.run().paused !== null) play.tell(held(next), `${next.key}/done`);
          const kept = play.run().held.filter(({ type }) => type === 'draft-task');
          expect(tasksOf([...drafts(), ...kept])).toEqual(tasks);
        }
        const keys = play.performed('draft-task').map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: 60 },
    );
  });
});
