import type { Question } from '#domain/discovery/question.ts';

const MOST_QUESTIONS = 5;
const KEYS = ['A', 'B', 'C', 'D'] as const;

/**
 * Questions of the model in the one form that people see and answer: at most five, ids counted on from `asked` (ids of
 * earlier rounds), options A to D, a recommended one that exists. A question without a choice is dropped.
 */
export function normalizeQuestions(questions: readonly Question[], asked: readonly string[]): Question[] {
  const last = Math.max(0, ...asked.map((id) => Number(/^Q(\d+)$/u.exec(id)?.[1] ?? 0)));
  return questions
    .filter((each) => each.question.trim() !== '' && usable(each).length >= 2)
    .slice(0, MOST_QUESTIONS)
    .map((each, index) => {
      const chosen = usable(each).slice(0, KEYS.length);
      const options = chosen.map((option, at) => ({ key: KEYS[at] ?? '', text: option.text.trim() }));
      const at = chosen.findIndex((option) => sameKey(option.key, each.recommended));
      const recommended = options[Math.max(0, at)]?.key ?? 'A';
      return { id: `Q${last + index + 1}`, question: each.question.trim(), why: each.why.trim(), options, recommended };
    });
}

function usable(question: Question): Question['options'] {
  return question.options.filter((option) => option.text.trim() !== '');
}

function sameKey(one: string, other: string): boolean {
  return one.trim().toUpperCase() === other.trim().toUpperCase();
}
