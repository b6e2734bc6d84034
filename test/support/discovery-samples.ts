import type { Answer, Question } from '#domain/discovery/question.ts';
import type { Run } from '#domain/run/run.ts';

export function question(id: string, change: Partial<Question> = {}): Question {
  return {
    id,
    question: 'How is money kept?',
    why: 'Decides the rounding.',
    options: [
      { key: 'A', text: 'Integer cents' },
      { key: 'B', text: 'Decimals' },
    ],
    recommended: 'A',
    ...change,
  };
}

export function freeAnswer(id: string, change: Partial<Answer> = {}): Answer {
  return { question: id, option: 'A', text: 'Integer cents', by: 'ada', ...change };
}

export function discovery(questions: Question[], answers: Answer[] = []): Run['discovery'] {
  return { round: 1, questions, answers, requirements: null, summary: '' };
}
