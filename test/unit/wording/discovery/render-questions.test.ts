import { renderAnswered, renderQuestions } from '#wording/discovery/render-questions.ts';
import { discovery, freeAnswer, question } from '#test/support/discovery-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const two = [question('Q1'), question('Q2', { why: '' })];

describeRenderer('render-questions', {
  'one question': () => renderQuestions(discovery([question('Q1')])),
  'two questions': () => renderQuestions(discovery(two)),
  'one of two is answered': () => renderQuestions(discovery(two, [freeAnswer('Q1')])),
  'everything is answered': () => renderQuestions(discovery(two, [freeAnswer('Q1'), freeAnswer('Q2')])),
  'nothing was asked': () => renderQuestions(discovery([])),
  'the recommended answers were taken': () => renderAnswered(two, [freeAnswer('Q1', { by: 'default' })]),
  'hostile text': () =>
    renderQuestions(
      discovery(
        [
          question('Q1', { question: HOSTILE, why: HOSTILE, options: [{ key: 'A', text: HOSTILE }] }),
          question('Q2', { question: HOSTILE }),
        ],
        [freeAnswer('Q2', { text: HOSTILE, by: HOSTILE })],
      ),
    ),
  'long text': () => renderQuestions(discovery([question('Q1', { question: LONG, why: LONG })])),
});
