import { describe, expect, it } from 'vitest';
import type { RunEvent } from '#domain/run/event.ts';
import { waitingFor } from '#wording/status/waiting-for.ts';
import { goodAnswers, label, playRun, type Play } from '#test/support/play-run.ts';
import { says } from '#test/support/run-samples.ts';

const failure = { code: 'model-overloaded', message: 'the model service is overloaded', nextStep: '', retry: 'retry' };
const postponed = (until: string, code = failure.code): RunEvent => ({
  type: 'effect-postponed',
  effect: 'draft-task',
  until,
  failure: { ...failure, code, retry: 'retry' },
});

/** A run whose drafts have not come yet. */
function drafting(): Play {
  const play = playRun(goodAnswers({ 'draft-task': () => null }), () => 0, 0);
  play.tell(label);
  play.tell(says('maria', '/mge approve'));
  return play;
}

describe('a run whose model service does not answer', () => {
  it('says since when, and when it is tried again, and the status comment is edited', () => {
    const play = drafting();
    const before = play.performed('publish-status').length;
    play.tell(postponed('2026-11-20T10:05:00.000Z'));
    play.tell(postponed('2026-11-20T10:09:00.000Z'));
    expect(play.run().waiting).toEqual({
      since: '2026-11-20T10:00:00.000Z',
      until: '2026-11-20T10:09:00.000Z',
      reason: failure.message,
    });
    expect(play.performed('publish-status').length).toBe(before + 2);
    expect(waitingFor(play.run())).toContain('has not answered since 10:00 UTC');
    expect(waitingFor(play.run())).toContain('I try again at 10:09 UTC');
    expect(play.run().paused).toBeNull();
  });

  it('goes on by itself with the first answer', () => {
    const play = drafting();
    play.tell(postponed('2026-11-20T10:05:00.000Z'));
    const [first] = play.performed('draft-task');
    play.tell({ type: 'task-drafted', task: 'T1', attempt: 1, draft: 'draft-T1' }, `${first?.key}/done`);
    expect(play.run().waiting).toBeNull();
    expect(waitingFor(play.run())).toBeNull();
  });

  it('is not said to wait for Claude when another service is slow', () => {
    const play = drafting();
    play.tell(postponed('2026-11-20T10:05:00.000Z', 'github-unavailable'));
    expect(play.run().waiting).toBeUndefined();
  });
});
