import { describe, expect, it } from 'vitest';
import { normalizeQuestions } from '#domain/discovery/normalize-questions.ts';

const options = (...texts: string[]) => texts.map((text, index) => ({ key: String(index + 1), text }));
const question = {
  id: 'first',
  question: ' What? ',
  why: 'It matters.',
  options: options('One', 'Two'),
  recommended: '2',
};

describe('questions of the model', () => {
  it('get ids that go on from earlier rounds, keys A to D and a recommended option that exists', () => {
    expect(normalizeQuestions([question], ['Q1', 'Q4'])).toEqual([
      {
        id: 'Q5',
        question: 'What?',
        why: 'It matters.',
        options: [
          { key: 'A', text: 'One' },
          { key: 'B', text: 'Two' },
        ],
        recommended: 'B',
      },
    ]);
    expect(normalizeQuestions([{ ...question, recommended: 'none' }], [])[0]?.recommended).toBe('A');
  });

  it('are at most five, with at most four options, and none without a choice', () => {
    const many = Array.from({ length: 9 }, () => ({ ...question, options: options('a', 'b', 'c', 'd', 'e') }));
    const kept = normalizeQuestions([{ ...question, options: options('only', ' ') }, ...many], []);
    expect(kept.map(({ id }) => id)).toEqual(['Q1', 'Q2', 'Q3', 'Q4', 'Q5']);
    expect(kept[0]?.options).toHaveLength(4);
  });
});
