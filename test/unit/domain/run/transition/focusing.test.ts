import { describe, expect, it } from 'vitest';
import { Settings } from '#domain/settings/settings.ts';
import { completeWorkflows, goodAnswers, label, playRun, type Answers } from '#test/support/play-run.ts';
import { says } from '#test/support/run-samples.ts';

const focused = Settings.parse({ generation: { first_attempt: 'focused' } });
const prepared: Answers = () => ({ type: 'prepared', defaultBranch: 'main', settings: focused, problem: null });

function play(answers: Answers) {
  const played = playRun(answers);
  played.tell(label);
  played.tell(says('maria', '/mge approve'));
  completeWorkflows(played);
  return played;
}

describe('focused first attempts', () => {
  it('write each function in a call of its own before anything is judged, then all is judged at once', () => {
    const played = play(goodAnswers({ prepare: prepared }));
    const calls = played.performed('regenerate-atom');
    expect(calls).toHaveLength(Object.keys(played.run().build?.symbols ?? {}).length);
    expect(calls.every((call) => call.type === 'regenerate-atom' && call.attempt === 1 && call.failure === null)).toBe(
      true,
    );
    expect(played.performed('dispatch-batch')).toHaveLength(1);
    expect(played.run().stage).toBe('reviewing');
    expect(Object.values(played.run().build?.symbols ?? {}).map(({ attempts }) => attempts)).toContain(1);
  });

  it('that bring nothing usable leave the draft’s own text to be judged', () => {
    const failure = { check: 'syntax', message: 'x', file: null, line: null, detail: '', fingerprint: 'f' };
    const rejecting = goodAnswers({
      prepare: prepared,
      'regenerate-atom': (_run, { atom, symbol, attempt }) => ({
        type: 'atom-regeneration-rejected',
        atom,
        symbol,
        attempt,
        failure,
      }),
    });
    const played = play(rejecting);
    expect(played.run().stage).toBe('reviewing');
    expect(Object.values(played.run().build?.symbols ?? {}).map(({ progress }) => progress)).not.toContain('flagged');
    expect(played.run().build?.replacements).toEqual([]);
  });
});
