import type { Effect, EffectOf } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { Settings } from '#domain/settings/settings.ts';
import { answerAnalysis } from '#scripts/bench/run/answer-analysis.ts';
import { answerCollected, answerDispatched } from '#scripts/bench/run/answer-building.ts';
import type { World } from '#scripts/bench/run/run-world.ts';

type Row<T extends Effect['type']> = (run: Run, effect: EffectOf<T>, world: World) => RunEvent;

const shown = (_run: Run, effect: Effect): RunEvent => ({ type: 'effect-done', effect: effect.key });
const ESTIMATE = { atoms: 800, usdLow: 5, usdHigh: 15, minutesLow: 5, minutesHigh: 15 };

/** What comes of each effect in a world where only texts go wrong. */
const rows: { [T in Effect['type']]: Row<T> } = {
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
    granted: true,
    permission: 'write',
  }),
  'check-label': (_run, { sender, issue }) => ({ type: 'label-checked', sender, issue, isSpec: true }),
  'place-remarks': (_run, { by }) => ({ type: 'remarks-placed', by, remarks: [], lost: [] }),
  prepare: () => ({
    type: 'prepared',
    settings: Settings.parse({ generation: { judge_ahead: true } }),
    defaultBranch: 'main',
    problem: null,
  }),
  'draft-questions': (_run, { round }) => ({ type: 'questions-drafted', round, questions: [] }),
  'model-requirements': () => ({ type: 'requirements-modelled', requirements: 'r', summary: 'A bench.' }),
  'retrieve-patterns': () => ({ type: 'patterns-retrieved', patterns: 'p' }),
  'draft-plan': (_run, { revision }, { tasks, work }) => ({
    type: 'plan-drafted',
    revision,
    hash: `hash-${revision}`,
    blob: `plan-${revision}`,
    tasks: tasks.map((symbols, index) => ({
      id: `T${index + 1}`,
      title: `Task ${index + 1}`,
      milestone: 'M1',
      untouched: false,
      dependsOn: [
        ...new Set(symbols.flatMap((symbol) => (work.needs[symbol] ?? []).map((each) => taskOf(tasks, each)))),
      ]
        .filter((each) => each < index)
        .map((each) => `T${each + 1}`),
    })),
    estimate: ESTIMATE,
  }),
  'post-plan': (_run, { hash }) => ({ type: 'plan-posted', hash, commentId: 7, continued: [] }),
  'check-setup': () => ({ type: 'setup-checked', ready: true, pullRequest: null }),
  'draft-task': (_run, { task, attempt }) => ({ type: 'task-drafted', task, attempt, draft: `draft-${task}` }),
  'analyse-project': answerAnalysis,
  'dispatch-batch': answerDispatched,
  'collect-batch': answerCollected,
  'regenerate-atom': (_run, { atom, symbol, attempt }, { wrong }) => {
    wrong.delete(Number(symbol));
    return { type: 'atom-regenerated', atom, symbol, attempt, text: `text-${symbol}-${attempt}` };
  },
  'commit-levels': (_run, { first, last }) => ({ type: 'levels-committed', first, last, sha: `level-${last}` }),
  'commit-symbols': (_run, { symbols, key }) => ({ type: 'symbols-committed', symbols, sha: key }),
  'open-pull-request': () => ({ type: 'pull-request-opened', number: 2 }),
  'post-review': (run) => ({
    type: 'review-posted',
    threads: (run.review?.selected ?? []).map((symbol, index) => ({ symbol, atom: symbol, commentId: 100 + index })),
  }),
  'absorb-push': shown,
  'publish-report': () => ({ type: 'report-published' }),
};

function taskOf(tasks: World['tasks'], symbol: number): number {
  return tasks.findIndex((symbols) => symbols.includes(symbol));
}

export function answerEffect<T extends Effect['type']>(run: Run, effect: EffectOf<T>, world: World): RunEvent {
  const row: Row<T> = rows[effect.type];
  return row(run, effect, world);
}
