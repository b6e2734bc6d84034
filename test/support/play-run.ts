import type { Effect, EffectOf } from '#domain/run/effect.ts';
import type { EventOf, RunEvent } from '#domain/run/event.ts';
import { transition } from '#domain/run/transition.ts';
import type { Run } from '#domain/run/run.ts';
import { Settings } from '#domain/settings/settings.ts';
import { atomState, repository, spec, symbolState } from '#test/support/run-samples.ts';

/** What comes of an effect; null when nothing comes (a person or a webhook must act). */
export type Answers = (run: Run, effect: Effect) => RunEvent | null;

/** A run that is played in memory: events go in, effects are answered by a function, everything is recorded. */
export interface Play {
  run(): Run;
  readonly effects: Effect[];
  readonly keys: Set<string>;
  /** Hands in an event of the outside and lets the run go on until nothing is left to do. */
  tell(event: RunEvent, key?: string): void;
  /** Hands in an event once, without performing anything. */
  submit(event: RunEvent, key: string): void;
  performed(type: Effect['type']): Effect[];
  waiting: Effect[];
  settle(): void;
}

const START = Date.parse('2026-11-20T10:00:00.000Z');
/** Every event comes so long after the one before. */
const PAUSE_MS = 10_000;

export function playRun(
  answers: Answers,
  choose: (waiting: readonly Effect[]) => number = () => 0,
  pauseMs = PAUSE_MS,
): Play {
  let run: Run | null = null;
  let told = 0;
  const seen = new Set<string>();
  const play: Play = {
    run: () => {
      if (run === null) throw new Error('no run was started');
      return run;
    },
    effects: [],
    keys: new Set(),
    waiting: [],
    submit(event, key) {
      if (seen.has(key)) return;
      seen.add(key);
      const at = new Date(START + seen.size * pauseMs).toISOString();
      const next = transition(run, { key, at, event });
      run = next.run;
      for (const effect of next.effects) {
        if (play.keys.has(effect.key)) continue;
        play.keys.add(effect.key);
        play.effects.push(effect);
        play.waiting.push(effect);
      }
    },
    settle() {
      for (let steps = 0; play.waiting.length > 0; steps++) {
        if (steps > 5000) throw new Error('the run goes in circles');
        const [effect] = play.waiting.splice(choose(play.waiting), 1);
        const event = effect === undefined ? null : answers(play.run(), effect);
        if (effect !== undefined && event !== null) play.submit(event, `${effect.key}/done`);
      }
    },
    tell(event, key = `told-${++told}`) {
      play.submit(event, key);
      play.settle();
    },
    performed: (type) => play.effects.filter((effect) => effect.type === type),
  };
  return play;
}

/** The levels that were ordered onto the branch, in order. */
export function levelsCommitted(play: Play): number[] {
  return play.effects.flatMap((effect) =>
    effect.type === 'commit-levels'
      ? Array.from({ length: effect.last - effect.first + 1 }, (_, index) => effect.first + index)
      : [],
  );
}

type Row<T extends Effect['type']> = (run: Run, effect: EffectOf<T>) => RunEvent | null;

/** Answers in which everything goes well; rows given in `other` replace them. */
export function goodAnswers(other: { [T in Effect['type']]?: Row<T> } = {}): Answers {
  const rows: { [T in Effect['type']]: Row<T> } = { ...goodRows, ...other };
  const answer = <T extends Effect['type']>(run: Run, effect: EffectOf<T>): RunEvent | null => {
    const row: Row<T> = rows[effect.type];
    return row(run, effect);
  };
  return (run, effect) => answer(run, effect);
}

const shown = (_run: Run, effect: Effect): RunEvent => ({ type: 'effect-done', effect: effect.key });

const goodRows: { [T in Effect['type']]: Row<T> } = {
  react: shown,
  reply: shown,
  'publish-status': shown,
  'answer-thread': shown,
  'answer-order': shown,
  learn: shown,
  'post-questions': shown,
  'authorize-sender': (_run, { sender, subject }) => ({
    type: 'sender-authorized',
    sender,
    subject,
    granted: sender === 'maria',
    permission: 'write',
  }),
  'check-label': (_run, { sender, issue, labels }) => ({
    type: 'label-checked',
    sender,
    issue,
    isSpec: labels.includes('spec'),
  }),
  prepare: () => ({ type: 'prepared', settings: Settings.parse({}), defaultBranch: 'main', problem: null }),
  'draft-questions': (_run, { round }) => ({ type: 'questions-drafted', round, questions: [] }),
  'model-requirements': () => ({ type: 'requirements-modelled', requirements: 'r', summary: 'A ledger.' }),
  'retrieve-patterns': () => ({ type: 'patterns-retrieved', patterns: 'p' }),
  'draft-plan': (_run, { revision }) => ({
    type: 'plan-drafted',
    revision,
    hash: `hash-${revision}`,
    blob: `plan-${revision}`,
    tasks: [
      { id: 'T1', title: 'Money', milestone: 'M1', dependsOn: [], untouched: true },
      { id: 'T2', title: 'Ledger', milestone: 'M1', dependsOn: ['T1'], untouched: false },
    ],
    estimate: { atoms: 4, usdLow: 1, usdHigh: 2, minutesLow: 3, minutesHigh: 5 },
  }),
  'post-plan': (_run, { hash }) => ({ type: 'plan-posted', hash, commentId: 7, continued: [] }),
  'check-setup': () => ({ type: 'setup-checked', ready: true, pullRequest: null }),
  'draft-task': (_run, { task, attempt }) => ({ type: 'task-drafted', task, attempt, draft: `draft-${task}` }),
  'analyse-project': () => ({
    type: 'project-analysed',
    branch: 'mge/1-ledger',
    base: 'base',
    files: { 'a.ts': 'text-a' },
    analysis: 'analysis-0',
    levels: [['a.one', 'a.two'], ['a.three'], ['a.four']],
    symbols: [symbolState('a.one', 0), symbolState('a.two', 0), symbolState('a.three', 1), symbolState('a.four', 2)],
    atoms: ['a.one', 'a.two', 'a.three', 'a.four'].map(atomState),
  }),
  'dispatch-batch': (run, { batch }) => {
    const changed = run.build?.replacements.map((each) => each.symbol) ?? [];
    return {
      type: 'batch-dispatched',
      batch,
      sha: `sha-${batch}`,
      files: {},
      analysis: `analysis-${batch}`,
      atoms: changed.map(atomState),
      changed,
    };
  },
  'collect-batch': (run, { batch }) => passing(run, batch),
  'regenerate-atom': (_run, { atom, symbol, attempt }) => ({
    type: 'atom-regenerated',
    atom,
    symbol,
    attempt,
    text: `text-${symbol}-${attempt}`,
  }),
  'commit-levels': (_run, { first, last }) => ({ type: 'levels-committed', first, last, sha: `level-${last}` }),
  'commit-symbols': (_run, { symbols }) => ({
    type: 'symbols-committed',
    symbols,
    sha: `symbols-${symbols.join('-')}`,
  }),
  'open-pull-request': () => ({ type: 'pull-request-opened', number: 2 }),
  'post-review': (run) => ({
    type: 'review-posted',
    threads: (run.review?.selected ?? []).map((symbol, index) => ({
      symbol,
      atom: `${symbol}#0`,
      commentId: 100 + index,
    })),
  }),
  'place-remarks': (_run, { by }) => ({ type: 'remarks-placed', by, remarks: [], lost: [] }),
  'absorb-push': (_run, { before, sender }) => ({
    type: 'push-absorbed',
    before,
    after: 'pushed',
    files: {},
    analysis: 'pushed',
    undone: [],
    changed: [],
    atoms: [],
    by: sender,
  }),
  'publish-report': () => ({ type: 'report-published' }),
};

export function passing(run: Run, batch: number, failing: Record<string, string> = {}): EventOf<'batch-collected'> {
  const symbols = run.build?.batches.find((each) => each.number === batch)?.symbols ?? [];
  return {
    type: 'batch-collected',
    batch,
    symbols: symbols.map((symbol) => {
      const fingerprint = failing[symbol];
      const failed = fingerprint !== undefined;
      return {
        symbol,
        verdict: failed ? ('failed' as const) : ('passed' as const),
        blockedBy: null,
        checks: { passed: failed ? 1 : 2, failed: failed ? 1 : 0, notExecuted: 0 },
        failure: failed
          ? { check: 'unit', message: 'wrong sum', file: null, line: null, detail: '', fingerprint }
          : null,
        atom: `${symbol}#0`,
      };
    }),
    suite: { passed: 4, failed: 0, skipped: 0 },
    sandbox: 'bubblewrap',
  };
}

export const label: RunEvent = { type: 'spec-labelled', repository, sender: 'maria', issue: spec };

/** The webhook of the open batch's validation run. */
export function completeWorkflow(play: Play): void {
  const batch = play.run().build?.batches.at(-1);
  if (batch === undefined || batch.sha === null) throw new Error('no batch is dispatched');
  play.tell({
    type: 'workflow-completed',
    repository,
    key: batch.key,
    workflowRunId: 1000 + batch.number,
    headSha: batch.sha,
    conclusion: 'success',
  });
}

/** Completes validation runs until none is open. */
export function completeWorkflows(play: Play): void {
  for (let runs = 0; play.run().build?.batches.at(-1)?.state === 'dispatched' && runs < 30; runs++)
    completeWorkflow(play);
}
