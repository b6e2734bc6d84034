import type { Answer } from '#domain/discovery/question.ts';
import { readAnswers } from '#domain/discovery/read-answers.ts';
import type { Run } from '#domain/run/run.ts';
import { react, reply } from '#domain/run/transition/acknowledge.ts';
import { change, unchanged, type Change, type Handler, type Occasion } from '#domain/run/transition/change.ts';
import type { Place } from '#domain/command/command.ts';

/** No more rounds of questions than this: then the recommended answers stand. */
const MOST_ROUNDS = 3;

export const onQuestionsDrafted: Handler<'questions-drafted'> = (run, event) => {
  if (run.stage !== 'discovery') return unchanged(run);
  if (event.questions.length === 0) return startModelling(run);
  const discovery = {
    ...run.discovery,
    round: event.round,
    questions: [...run.discovery.questions, ...event.questions],
  };
  return change(
    run,
    { discovery, stage: 'answering' },
    { type: 'post-questions', key: `post-questions/${event.round}`, round: event.round },
  );
};

export const onReplied: Handler<'replied'> = (run, event, occasion) =>
  run.stage === 'answering' ? takeAnswers(run, event.text, event.sender, event.place, occasion, false) : unchanged(run);

/** Takes answers out of a text. A plain reply that names no question is conversation and changes nothing. */
export function takeAnswers(
  run: Run,
  text: string,
  by: string,
  place: Place,
  occasion: Occasion,
  asked: boolean,
): Change {
  const open = openQuestions(run);
  const read = readAnswers(text, open, by);
  if (read.answers.length === 0 && !asked) return unchanged(run);
  const answers = [...run.discovery.answers, ...read.answers];
  const next = { ...run, discovery: { ...run.discovery, answers } };
  const left = openQuestions(next);
  const notes = [
    ...read.problems,
    ...(left.length > 0
      ? [`Still open: ${left.map((question) => question.id).join(', ')} (\`/mge defaults\` takes what I recommend).`]
      : []),
  ];
  const seen = react(occasion, place, read.answers.length > 0 ? '+1' : 'confused');
  const effects = notes.length > 0 ? [seen, reply(occasion, place, notes.join('\n'))] : [seen];
  if (left.length > 0) return change(next, {}, ...effects);
  const onward = settleRound(next);
  return { run: onward.run, effects: [...effects, ...onward.effects] };
}

export function takeDefaults(run: Run, by: string): Change {
  const answers = openQuestions(run).map((question): Answer => {
    const option = question.options.find((each) => each.key === question.recommended);
    return { question: question.id, option: question.recommended, text: option?.text ?? question.recommended, by };
  });
  return settleRound({ ...run, discovery: { ...run.discovery, answers: [...run.discovery.answers, ...answers] } });
}

export function openQuestions(run: Run) {
  const answered = new Set(run.discovery.answers.map((answer) => answer.question));
  return run.discovery.questions.filter((question) => !answered.has(question.id));
}

function settleRound(run: Run): Change {
  const round = run.discovery.round + 1;
  if (round > MOST_ROUNDS) return startModelling(run);
  return change(run, { stage: 'discovery' }, { type: 'draft-questions', key: `draft-questions/${round}`, round });
}

function startModelling(run: Run): Change {
  return change(run, { stage: 'modelling' }, { type: 'model-requirements', key: 'model-requirements' });
}

export const onRequirementsModelled: Handler<'requirements-modelled'> = (run, event) => {
  if (run.stage !== 'modelling') return unchanged(run);
  const discovery = { ...run.discovery, requirements: event.requirements, summary: event.summary };
  return change(run, { discovery, stage: 'retrieval' }, { type: 'retrieve-patterns', key: 'retrieve-patterns' });
};
