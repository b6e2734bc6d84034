import { delimit } from '#domain/prompt/delimit.ts';
import type { Run } from '#domain/run/run.ts';

/** Questions with their answers, for a prompt; an empty string when nothing was answered. */
export function renderAnswersForModel({ questions, answers }: Run['discovery']): string {
  const told = answers.map((answer) => {
    const question = questions.find((each) => each.id === answer.question);
    const option = answer.option === null ? '' : ` (option ${answer.option})`;
    return `${answer.question}${question === undefined ? '' : `: ${question.question}`}\nAnswer${option}: ${answer.text}`;
  });
  return told.length === 0 ? '' : delimit('answers', told.join('\n\n'), { limit: 20_000 });
}
