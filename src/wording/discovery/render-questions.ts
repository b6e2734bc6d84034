import type { Answer, Question } from '#domain/discovery/question.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';

/** The sticky comment that asks: open questions with their options, what was answered, and how to answer. */
export function renderQuestions({ questions, answers }: Run['discovery']): string {
  const answered = new Set(answers.map((answer) => answer.question));
  const open = questions.filter((question) => !answered.has(question.id));
  const count = open.length === 1 ? 'one thing is' : `${open.length} things are`;
  const parts = [
    '### Before I plan',
    open.length === 0 ? 'Nothing is open. I am going on.' : `I read the spec, and ${count} still open:`,
    ...open.map(renderQuestion),
    ...(open.length === 0 ? [] : [howToAnswer(open)]),
    renderAnswered(questions, answers),
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderQuestion(question: Question): string {
  const options = question.options.map(({ key, text }) => {
    const mark = key === question.recommended ? ' *(recommended)*' : '';
    return `- **${key}**: ${inlineMarkdown(text, 400)}${mark}`;
  });
  const why = question.why === '' ? [] : [`*${inlineMarkdown(question.why, 400)}*`];
  return [`**${question.id}. ${inlineMarkdown(question.question, 500)}**`, ...why, '', ...options].join('\n');
}

function howToAnswer(open: readonly Question[]): string {
  const example = open.map((question) => `${question.id.replace(/^Q/u, '')}${question.recommended}`).join(', ');
  return [
    `**To answer**, reply with the numbers and letters: \`${example}\`. Your own words are fine too: \`${open[0]?.id ?? 'Q1'}: …\`.`,
    'To take everything that I recommend, reply `/mge defaults`.',
  ].join('\n');
}

/** Settled answers, folded; an empty string when there are none. */
export function renderAnswered(questions: readonly Question[], answers: readonly Answer[]): string {
  if (answers.length === 0) return '';
  const rows = answers.map(({ question, text, by }) => {
    const asked = questions.find((each) => each.id === question)?.question ?? '';
    const label = asked === '' ? question : `${question}. ${inlineMarkdown(asked, 500)}`;
    return `- ${label}\n  **${inlineMarkdown(text, 500)}** (${by === 'default' ? 'as I recommended' : inlineMarkdown(by, 60)})`;
  });
  return ['<details><summary>Answered so far</summary>', rows.join('\n'), '</details>'].join('\n\n');
}
