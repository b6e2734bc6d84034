import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { Settings } from '#domain/settings/settings.ts';
import {
  goodAnswers,
  label,
  levelsCommitted,
  passing,
  playRun,
  type Answers,
  type Play,
} from '#test/support/play-run.ts';
import { atomState, repository, says, symbolState } from '#test/support/run-samples.ts';

const TASKS = Array.from({ length: 20 }, (_, index) => `T${index + 1}`);
/** Each task needs the one five before it, so there are four levels. */
const needs = (task: string): string[] => (numberOf(task) > 5 ? [`T${numberOf(task) - 5}`] : []);
const numberOf = (task: string): number => Number(task.slice(1));
const levelOf = (task: string): number => Math.floor((numberOf(task) - 1) / 5);
const idOf = (task: string): string => `a.${task}`;

function analysed(run: Run, tasks: readonly string[], part?: number): EventOf<'project-analysed'> {
  const levels = [0, 1, 2, 3].map((level) => tasks.filter((task) => levelOf(task) === level).map(idOf));
  return {
    type: 'project-analysed',
    branch: 'mge/1-ledger',
    base: 'base',
    files: { ...run.build?.files, ...Object.fromEntries(tasks.map((task) => [`${task}.ts`, `text-${task}`])) },
    analysis: `analysis-${tasks.length}`,
    levels: levels.filter((level) => level.length > 0),
    symbols: tasks.map((task) => symbolState(idOf(task), levelOf(task))),
    atoms: tasks.map((task) => atomState(idOf(task))),
    changed: tasks.map(idOf).filter((id) => run.build?.symbols[id] === undefined),
    ...(part === undefined ? {} : { part, tasks: [...tasks] }),
  };
}

type Failures = Record<number, Record<string, string>>;

/** `failing`: what a batch was asked for and finds wrong; `doubted`: what it finds wrong besides. */
function answers(failing: Failures = {}, doubted: Failures = {}): Answers {
  return goodAnswers({
    prepare: () => ({
      type: 'prepared',
      settings: Settings.parse({ generation: { judge_ahead: true } }),
      defaultBranch: 'main',
      problem: null,
    }),
    'draft-plan': (_run, { revision }) => ({
      type: 'plan-drafted',
      revision,
      hash: `hash-${revision}`,
      blob: `plan-${revision}`,
      tasks: TASKS.map((id) => ({ id, title: id, milestone: 'M1', dependsOn: needs(id), untouched: false })),
      estimate: { atoms: 20, usdLow: 1, usdHigh: 2, minutesLow: 3, minutesHigh: 5 },
    }),
    'analyse-project': (run, { part, tasks }) => analysed(run, tasks ?? TASKS, part),
    'collect-batch': (run, { batch }) => {
      const collected = passing(run, batch, failing[batch] ?? {});
      const others = Object.entries(doubted[batch] ?? {}).map(([symbol, fingerprint]) => wrong(symbol, fingerprint));
      return { ...collected, symbols: [...collected.symbols, ...others] };
    },
  });
}

function wrong(symbol: string, fingerprint: string): EventOf<'batch-collected'>['symbols'][number] {
  const failure = { check: 'system', message: fingerprint, file: null, line: null, detail: '', fingerprint };
  const checks = { passed: 0, failed: 1, notExecuted: 0 };
  return { symbol, verdict: 'failed', blockedBy: null, checks, failure, atom: `${symbol}#0` };
}

function approved(play: Play): Play {
  play.submit(label, 'label');
  while (play.run().stage !== 'approving' || play.waiting.length > 0) play.settle();
  play.submit(says('maria', '/mge approve'), 'approve');
  return play;
}

/** Answers the waiting effects of the first kind that fits, until none of them is left. */
function answerAll(play: Play, given: Answers, fits: (task: string | null) => boolean): void {
  for (;;) {
    const index = play.waiting.findIndex((each) => fits(each.type === 'draft-task' ? each.task : null));
    const [effect] = index < 0 ? [] : play.waiting.splice(index, 1);
    if (effect === undefined) return;
    const event = given(play.run(), effect);
    if (event !== null) play.submit(event, `${effect.key}/done`);
  }
}

function completed(run: Run, number: number): EventOf<'workflow-completed'> {
  const batch = run.build?.batches.find((each) => each.number === number);
  return {
    type: 'workflow-completed',
    repository,
    key: batch?.key ?? '',
    workflowRunId: 1000 + number,
    headSha: batch?.sha ?? '',
    conclusion: 'success',
  };
}

describe('while tasks are still drafted', () => {
  it('those that are finished are judged, and nothing is committed; the rest is judged when it is there', () => {
    const given = answers();
    const play = approved(playRun(given));
    answerAll(play, given, (task) => task === null || numberOf(task) <= 10);
    expect(play.run()).toMatchObject({ stage: 'drafting', ahead: { part: 1, analysing: false } });
    expect(play.performed('dispatch-batch')).toHaveLength(1);
    play.submit(completed(play.run(), 1), 'job-1');
    answerAll(play, given, (task) => task === null);
    expect(play.run().build?.symbols['a.T3']?.progress).toBe('validated');
    expect(levelsCommitted(play)).toEqual([]);
    answerAll(play, given, () => true);
    const later = play
      .run()
      .build?.batches.slice(1)
      .flatMap(({ symbols }) => symbols);
    expect(later).toContain('a.T20');
    expect(later).not.toContain('a.T3');
    for (const number of [2, 3]) play.submit(completed(play.run(), number), `job-${number}`);
    answerAll(play, given, () => true);
    expect(levelsCommitted(play)).toEqual([0, 1, 2, 3]);
    expect(play.run().stage).toBe('reviewing');
  });

  it('nothing is judged ahead while drafts come so quickly that no job would be over before the last of them', () => {
    const given = answers();
    const quick = approved(playRun(given, () => 0, 500));
    answerAll(quick, given, (task) => task === null || numberOf(task) <= 12);
    expect(quick.run()).toMatchObject({ stage: 'drafting', ahead: null });
    answerAll(quick, given, () => true);
    expect(quick.performed('analyse-project')).toHaveLength(1);
    expect(quick.performed('dispatch-batch')).toHaveLength(1);
  });

  it('a task is not judged before what it needs is drafted', () => {
    const given = answers();
    const play = approved(playRun(given));
    answerAll(play, given, (task) => task === null || numberOf(task) % 5 !== 1 || numberOf(task) > 1);
    const [part] = play.performed('analyse-project');
    expect(part).toMatchObject({ part: 1 });
    expect(part?.type === 'analyse-project' && part.tasks?.filter((task) => numberOf(task) % 5 === 1)).toEqual([]);
  });

  it('a text that failed early is written anew at once, and judged with the last drafts', () => {
    const given = answers({ 1: { 'a.T2': 'sum' } });
    const play = approved(playRun(given));
    answerAll(play, given, (task) => task === null || numberOf(task) <= 10);
    play.submit(completed(play.run(), 1), 'job-1');
    answerAll(play, given, (task) => task === null);
    expect(play.performed('regenerate-atom')).toMatchObject([{ symbol: 'a.T2', attempt: 2 }]);
    answerAll(play, given, () => true);
    expect(play.run().build?.batches.at(-1)?.symbols).toContain('a.T2');
    expect(play.run().build?.replacements).toEqual([]);
  });

  it('what passed early is written anew when a test of the whole finds it wrong, and nothing is committed before', () => {
    const given = answers();
    const play = approved(playRun(given));
    answerAll(play, given, (task) => task === null || numberOf(task) <= 10);
    play.submit(completed(play.run(), 1), 'job-1');
    answerAll(play, given, (task) => task === null);
    expect(play.run().build?.symbols['a.T3']?.progress).toBe('validated');
    const doubting = answers({}, { 2: { 'a.T3': 'the trip costs too much' } });
    answerAll(play, doubting, () => true);
    expect(levelsCommitted(play)).toEqual([]);
    play.submit(completed(play.run(), 2), 'job-2');
    answerAll(play, doubting, () => true);
    expect(play.performed('regenerate-atom')).toMatchObject([{ symbol: 'a.T3', attempt: 2 }]);
    expect(play.run().build?.batches.at(-1)?.symbols).toEqual(['a.T3']);
    play.submit(completed(play.run(), 3), 'job-3');
    answerAll(play, doubting, () => true);
    expect(play.run()).toMatchObject({ stage: 'reviewing', build: { committedLevels: 4 } });
  });

  it('in whatever order answers and jobs come, and come twice, the run ends in the same way', () => {
    const outcome = (choose: (among: number) => number) => {
      const given = answers({ 1: { 'a.T2': 'x', 'a.T7': 'y' } });
      const play = approved(playRun(given));
      const told = new Set<number>();
      for (let steps = 0; steps < 2000; steps += 1) {
        const jobs = (play.run().build?.batches ?? []).filter(
          ({ number, state }) => state === 'dispatched' && !told.has(number),
        );
        if (play.waiting.length + jobs.length === 0) break;
        const chosen = choose(play.waiting.length + jobs.length);
        const job = jobs[chosen - play.waiting.length];
        if (job !== undefined) {
          told.add(job.number);
          play.submit(completed(play.run(), job.number), `job-${job.number}`);
          continue;
        }
        const [effect] = play.waiting.splice(chosen, 1);
        const event = effect === undefined ? null : given(play.run(), effect);
        if (effect === undefined || event === null) continue;
        play.submit(event, `${effect.key}/done`);
        play.submit(event, `${effect.key}/done/again`);
      }
      const { stage, build, pending } = play.run();
      const progress = Object.values(build?.symbols ?? {}).map(({ id, progress: how }) => [id, how]);
      return {
        stage,
        pending,
        levels: build?.levels,
        committed: build?.committedLevels,
        progress: Object.fromEntries(progress),
        commits: levelsCommitted(play),
        waiting: build?.replacements,
        drafts: play.performed('draft-task').length,
      };
    };
    const straight = outcome(() => 0);
    expect(straight).toMatchObject({
      stage: 'reviewing',
      committed: 4,
      commits: [0, 1, 2, 3],
      waiting: [],
      drafts: 20,
    });
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (numbers) => {
        expect(outcome((among) => (numbers.next().value ?? 0) % among)).toEqual(straight);
      }),
      { numRuns: 100 },
    );
  });
});
