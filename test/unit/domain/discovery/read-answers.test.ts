import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Question } from '#domain/discovery/question.ts';
import { readAnswers } from '#domain/discovery/read-answers.ts';

const KEYS = ['A', 'B', 'C', 'D'];

function question(number: number, ...options: string[]): Question {
  return {
    id: `Q${number}`,
    question: `Question ${number}?`,
    why: '',
    options: options.map((text, index) => ({ key: KEYS[index] ?? '', text })),
    recommended: 'A',
  };
}

const open = [
  question(1, 'Integer cents', 'Decimal numbers'),
  question(2, 'Yes, strictly', 'No'),
  question(3, 'PostgreSQL', 'SQLite files', 'JSON files'),
];

function read(text: string, questions = open): Record<string, string> {
  const { answers } = readAnswers(text, questions, 'ada');
  return Object.fromEntries(answers.map(({ question: id, option, text: words }) => [id, option ?? `“${words}”`]));
}

describe('a reply to the questions', () => {
  it.each([
    ['1A, 2 yes, 3: Postgres'],
    ['Q1: A\nQ2: yes\nQ3: PostgreSQL'],
    ['1A 2A 3A'],
    ['1 A 2 A 3 A'],
    ['1) a 2) a 3) a'],
    ['1. A\n2. Yes\n3. postgres'],
    ['- **1A**\n- 2: option A\n- 3 = A.'],
    ['1-A, 2 - A, 3 => A'],
    ['/mge answer 1a, 2a, 3a'],
    ['defaults'],
    ['All defaults, please'],
    ['1: integer cents, the rest default'],
    [
      'Question 1 is recommended; Q2 up to you; Q3 as recommended'
        .replace(' is', ':')
        .replace('Q2', 'Q2:')
        .replace('Q3', 'Q3:'),
    ],
    ['> 1B, 2B, 3B\n\n1A, 2A, 3A'],
    ['```\n1B\n```\n1A\n2A\n3A'],
  ])('%j names option A of all three', (text) => {
    expect(read(text)).toEqual({ Q1: 'A', Q2: 'A', Q3: 'A' });
  });

  it('keeps words of its own, with numbers and commas in them', () => {
    expect(read('1: at most 3, 2 decimals')).toEqual({ Q1: '“at most 3, 2 decimals”' });
    expect(read('1A, 2A, 3: up to 14 open balances, then match the largest')).toEqual({
      Q1: 'A',
      Q2: 'A',
      Q3: '“up to 14 open balances, then match the largest”',
    });
    expect(read('2 whatever you like')).toEqual({ Q2: '“whatever you like”' });
  });

  it('keeps what is said behind an option', () => {
    const { answers } = readAnswers('1: B, but rounded to cents\n2. B because it is simpler', open, 'ada');
    expect(answers).toEqual([
      { question: 'Q1', option: 'B', text: 'Decimal numbers (but rounded to cents)', by: 'ada' },
      { question: 'Q2', option: 'B', text: 'No (because it is simpler)', by: 'ada' },
    ]);
  });

  it('takes the last word on a question', () => {
    expect(read('1A\n1B')).toEqual({ Q1: 'B' });
  });

  it('does not take conversation for answers', () => {
    for (const text of [
      'Looks good, we have 3 people',
      '2 people of our team think so',
      'See #12 and v2.1',
      'A or B?',
    ]) {
      expect(read(text)).toEqual({});
    }
  });

  it('says what it did not understand, and how to say it', () => {
    expect(readAnswers('Q9: B, Q1: A', open, 'ada').problems).toEqual(['There is no open question Q9.']);
    expect(readAnswers('the first one', open, 'ada').problems).toEqual([
      'I could not tell which question this answers. Name it, such as `1A`.',
    ]);
    expect(readAnswers('1:', open, 'ada').problems).toEqual(['I found no answer behind Q1.']);
    expect(readAnswers('1A', [], 'ada').problems).toEqual(['There is no open question.']);
  });

  it('answers a single question with one of its options alone', () => {
    expect(read('sqlite', open.slice(2))).toEqual({ Q3: 'B' });
    expect(read('B', open.slice(2))).toEqual({ Q3: 'B' });
    expect(read('I will think about it', open.slice(2))).toEqual({});
    expect(read('sqlite')).toEqual({});
  });

  it('never throws, and answers only open questions with options that they have', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('1', '2A', 'Q3', ':', ', ', '\n', 'yes', '> ', '```', 'defaults', '/mge answer '),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const { answers } = readAnswers(pieces.join(''), open, 'ada');
        expect(new Set(answers.map((answer) => answer.question)).size).toBe(answers.length);
        for (const answer of answers) {
          const asked = open.find(({ id }) => id === answer.question);
          expect(asked).toBeDefined();
          expect([null, ...(asked?.options.map(({ key }) => key) ?? [])]).toContain(answer.option);
          expect(answer.text).not.toBe('');
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('reads back every choice in every way of writing it', () => {
    const style = fc.constantFrom(
      (id: number, key: string) => `${id}${key}`,
      (id: number, key: string) => `Q${id}: ${key}`,
      (id: number, key: string) => `${id}. ${key}`,
      (id: number, key: string) => `**Q${id}** ${key.toLowerCase()}`,
      (id: number, key: string) => `${id}: option ${key}`,
    );
    const choice = fc.tuple(fc.integer({ min: 0, max: 1 }), style);
    fc.assert(
      fc.property(fc.tuple(choice, choice, choice), fc.constantFrom(', ', '\n', '; ', ',\n'), (choices, between) => {
        const text = choices.map(([index, write], at) => write(at + 1, KEYS[index] ?? '')).join(between);
        expect(read(text)).toEqual(Object.fromEntries(choices.map(([index], at) => [`Q${at + 1}`, KEYS[index]])));
      }),
    );
  });
});
