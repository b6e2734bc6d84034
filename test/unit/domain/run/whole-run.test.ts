import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  completeWorkflow,
  completeWorkflows,
  goodAnswers,
  label,
  levelsCommitted,
  passing,
  playRun,
  type Play,
} from '#test/support/play-run.ts';
import { inThread, repository, says } from '#test/support/run-samples.ts';

function untilReview(play: Play): Play {
  play.tell(label);
  play.tell(says('maria', '/mge approve'));
  completeWorkflows(play);
  return play;
}

function settleThreads(play: Play): void {
  for (const thread of Object.values(play.run().review?.threads ?? {}))
    play.tell(says('maria', '/mge approve', inThread(thread.commentId)));
}

describe('a run in which everything goes well', () => {
  it('builds nothing before a person approves the plan', () => {
    const play = playRun(goodAnswers());
    play.tell(label);
    expect(play.run().stage).toBe('approving');
    expect(play.performed('draft-task')).toEqual([]);
  });

  it('commits level by level, opens the pull request after level 0, asks, reports and is done', () => {
    const play = untilReview(playRun(goodAnswers()));
    expect(play.performed('commit-levels')).toMatchObject([{ first: 0, last: 2 }]);
    expect(play.performed('dispatch-batch')).toHaveLength(1);
    expect(play.performed('open-pull-request')).toHaveLength(1);
    expect(play.run().stage).toBe('reviewing');
    settleThreads(play);
    expect(play.run()).toMatchObject({ stage: 'done', pending: [], failed: [], asks: [] });
    expect(play.performed('publish-report')).toHaveLength(1);
  });
});

describe('wrong answers', () => {
  it('a failed atom is written anew with its evidence, and the level waits for it', () => {
    const play = playRun(
      goodAnswers({
        'collect-batch': (run, { batch }) => passing(run, batch, batch === 1 ? { 'a.three': 'sum' } : {}),
      }),
    );
    play.tell(label);
    play.tell(says('maria', '/mge approve'));
    completeWorkflow(play);
    expect(levelsCommitted(play)).toEqual([0]);
    expect(play.performed('regenerate-atom')).toMatchObject([
      { symbol: 'a.three', attempt: 2, failure: { fingerprint: 'sum' } },
    ]);
    completeWorkflow(play);
    expect(play.performed('commit-levels')).toMatchObject([
      { first: 0, last: 0 },
      { first: 1, last: 2 },
    ]);
    expect(play.run().build?.symbols['a.three']).toMatchObject({ progress: 'validated', attempts: 2 });
  });

  it('the same failure twice ends the attempts: the atom is flagged and the run goes on', () => {
    const play = untilReview(
      playRun(goodAnswers({ 'collect-batch': (run, { batch }) => passing(run, batch, { 'a.three': 'same' }) })),
    );
    expect(play.performed('regenerate-atom')).toHaveLength(1);
    expect(play.run().build?.symbols['a.three']).toMatchObject({ progress: 'flagged', attempts: 2 });
    expect(play.run()).toMatchObject({ stage: 'reviewing', build: { committedLevels: 3 } });
    expect(play.run().review?.selected).toContain('a.three');
  });

  it('three different failures use up the attempts', () => {
    const play = untilReview(
      playRun(
        goodAnswers({ 'collect-batch': (run, { batch }) => passing(run, batch, { 'a.three': `failure-${batch}` }) }),
      ),
    );
    expect(play.run().build?.symbols['a.three']).toMatchObject({ progress: 'flagged', attempts: 3 });
  });

  it('a rejected draft is drafted again; rejected in the same way, the run asks for help and /mge retry starts over', () => {
    let broken = true;
    const play = playRun(
      goodAnswers({
        'draft-task': (_run, { task, attempt }) =>
          task === 'T2' && broken
            ? {
                type: 'task-draft-rejected',
                task,
                attempt,
                draft: null,
                failure: { check: 'syntax', message: 'no', file: null, line: null, detail: '', fingerprint: 'same' },
              }
            : { type: 'task-drafted', task, attempt, draft: 'd' },
      }),
    );
    play.tell(label);
    play.tell(says('maria', '/mge approve'));
    expect(play.run()).toMatchObject({ stage: 'drafting', paused: { code: 'draft-rejected' } });
    broken = false;
    play.tell(says('maria', '/mge retry'));
    expect(play.run()).toMatchObject({ stage: 'building', paused: null });
  });
});

describe('what people do', () => {
  it('a stranger’s command is refused with a reason, and changes nothing', () => {
    const play = playRun(goodAnswers());
    play.tell(label);
    play.tell(says('mallory', '/mge approve'));
    expect(play.run()).toMatchObject({ stage: 'approving', asks: [] });
    expect(play.performed('reply')).toMatchObject([{ text: expect.stringContaining('needs write access') }]);
  });

  it('a command that is not possible now is refused with what is', () => {
    const play = playRun(goodAnswers());
    play.tell(label);
    play.tell(says('maria', '/mge resume'));
    expect(play.performed('reply')).toMatchObject([
      { text: expect.stringMatching(/Nothing is paused.*`\/mge approve`/) },
    ]);
  });

  it('a paused run orders no work until it is resumed', () => {
    const play = playRun(goodAnswers());
    play.tell(label);
    play.tell(says('maria', '/mge pause'));
    play.tell(says('maria', '/mge approve'));
    expect(play.performed('draft-task')).toEqual([]);
    play.tell(says('maria', '/mge resume'));
    expect(play.performed('draft-task')).toHaveLength(2);
  });

  it('a regeneration in a thread is judged, committed and answered; resolving the thread ends it', () => {
    const play = untilReview(playRun(goodAnswers()));
    const [thread] = Object.values(play.run().review?.threads ?? {});
    if (thread === undefined) throw new Error('nothing was asked');
    play.tell(says('maria', '/mge regenerate use a table instead', inThread(thread.commentId)));
    expect(play.performed('regenerate-atom')).toMatchObject([
      { symbol: thread.symbol, feedback: 'use a table instead' },
    ]);
    completeWorkflows(play);
    expect(play.performed('commit-symbols')).toMatchObject([{ symbols: [thread.symbol], reason: 'regenerate' }]);
    expect(play.performed('answer-thread')).toMatchObject([{ symbol: thread.symbol, outcome: 'regenerated' }]);
    play.tell({ type: 'thread-resolved', repository, sender: 'maria', rootId: thread.commentId });
    expect(play.run().review?.threads[thread.symbol]).toMatchObject({ state: 'settled' });
  });

  it('a person’s push is judged and settles the thread of the atom it changed', () => {
    const edited = goodAnswers({
      'absorb-push': (run, { before, sender }) => {
        const symbol = run.review?.selected[0] ?? '';
        return {
          type: 'push-absorbed',
          before,
          after: 'pushed',
          files: { 'a.ts': 'edited' },
          analysis: 'pushed',
          undone: [],
          changed: [symbol],
          atoms: [],
          by: sender,
        };
      },
    });
    const play = untilReview(playRun(edited));
    const symbol = play.run().review?.selected[0] ?? '';
    play.tell({
      type: 'branch-pushed',
      repository,
      sender: 'ada',
      before: play.run().build?.head ?? '',
      after: 'pushed',
    });
    completeWorkflows(play);
    expect(play.run().build?.symbols[symbol]).toMatchObject({
      progress: 'validated',
      decision: 'edited',
      uncommitted: false,
    });
    expect(play.performed('commit-symbols')).toEqual([]);
    expect(play.run().review?.threads[symbol]).toMatchObject({ state: 'settled', decision: 'edited' });
  });

  it('a cancelled run answers nobody’s results, and the label starts the next one with keys of its own', () => {
    const play = playRun(goodAnswers());
    play.tell(label);
    play.tell(says('maria', '/mge cancel'));
    expect(play.run().stage).toBe('cancelled');
    play.tell(label);
    expect(play.run()).toMatchObject({ stage: 'approving', generation: 2 });
    expect(play.performed('prepare')).toHaveLength(2);
  });
});

describe('failures', () => {
  it('an effect that failed for good pauses the run with the next step; /mge retry orders it again', () => {
    let broken = true;
    const failure = {
      code: 'github-unavailable',
      message: 'GitHub does not answer',
      nextStep: 'Wait until GitHub is back.',
      retry: 'retry' as const,
    };
    const play = playRun(
      goodAnswers({
        'commit-levels': (_run, { first, last, key }) =>
          broken
            ? { type: 'effect-failed', effect: key, failure }
            : { type: 'levels-committed', first, last, sha: 's' },
      }),
    );
    untilReview(play);
    expect(play.run()).toMatchObject({ paused: { code: 'github-unavailable' }, trail: [{ what: 'commit-levels' }] });
    broken = false;
    play.tell(says('maria', '/mge retry'));
    expect(play.run()).toMatchObject({ stage: 'reviewing', paused: null, failed: [], build: { committedLevels: 3 } });
  });

  it('a reached budget pauses; raising it goes on', () => {
    let broken = true;
    const failure = {
      code: 'budget-reached',
      message: 'the cap of $25 is reached',
      nextStep: 'Raise it.',
      retry: 'ask-human' as const,
    };
    const play = playRun(
      goodAnswers({
        'draft-task': (_run, { task, attempt, key }) =>
          broken
            ? { type: 'effect-failed', effect: key, failure }
            : { type: 'task-drafted', task, attempt, draft: 'd' },
      }),
    );
    play.tell(label);
    play.tell(says('maria', '/mge approve'));
    expect(play.run().paused?.code).toBe('budget-reached');
    broken = false;
    play.tell(says('maria', '/mge budget 50'));
    expect(play.run()).toMatchObject({ paused: null, budgetUsd: 50, stage: 'building' });
  });
});

describe('the order of answers', () => {
  it('never changes where a run ends, and no effect is ordered twice', () => {
    const outcome = (choose: (waiting: readonly unknown[]) => number) => {
      const play = playRun(
        goodAnswers({
          'collect-batch': (run, { batch }) => passing(run, batch, batch === 1 ? { 'a.one': 'x', 'a.three': 'y' } : {}),
        }),
        choose,
      );
      untilReview(play);
      settleThreads(play);
      const { stage, build, review, pending } = play.run();
      return {
        stage,
        levels: build?.committedLevels,
        symbols: build?.symbols,
        selected: review?.selected,
        pending,
        commits: levelsCommitted(play),
      };
    };
    const straight = outcome(() => 0);
    expect(straight.stage).toBe('done');
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(outcome((waiting) => (numbers.next().value ?? 0) % waiting.length)).toEqual(straight);
      }),
      { numRuns: 100 },
    );
  });
});
