import { matchOption } from '#domain/discovery/match-option.ts';
import type { Answer, Question } from '#domain/discovery/question.ts';
import { splitAnswers } from '#domain/discovery/split-answers.ts';

export interface AnswerReading {
  /** At most one an open question; the last word counts. */
  readonly answers: Answer[];
  /** What was not understood, one line of Markdown each. */
  readonly problems: string[];
}

const ALL_DEFAULTS =
  /^(?:(?:all|the|take|use|everything|please|your|go|with|is|are|to)\s+)*(?:defaults?|recommend(?:ed|ations?))(?:\s+(?:for\s+all|answers?|everywhere|please))?$/iu;
const REST_DEFAULTS =
  /(?:^|[\n,;.]|\band\s)\s*(?:the\s+)?(?:rest|others?|remaining|everything else)\s*[:=–—-]?\s*(?:is|are|by|as|take|use)?\s*(?:the\s+|your\s+)?(?:defaults?|recommend(?:ed|ations?))[.!]?\s*$/iu;

/**
 * Reads a person's reply against the open questions: `1A, 2 yes, 3: Postgres`, `Q1: A`, several lines, option keys or
 * their texts, `the rest default`. A reply that names no question settles one only when a single question is open and the
 * whole reply is one of its options. Quoted lines and code blocks do not count.
 */
export function readAnswers(text: string, open: readonly Question[], by: string): AnswerReading {
  const said = withoutQuotes(text);
  if (ALL_DEFAULTS.test(bare(said)))
    return { answers: open.map((question) => recommended(question, by)), problems: [] };
  const rest = REST_DEFAULTS.exec(said);
  const { parts, unknown, lead } = splitAnswers(rest === null ? said : said.slice(0, rest.index), open);
  const found = new Map<string, Answer>();
  const problems = unknown.map((id) => `There is no open question ${id}.`);
  for (const { question, words } of parts) {
    const answer = answerOf(question, words, by, true);
    if (answer === null) problems.push(notAnswered(question, words));
    else found.set(question.id, answer);
  }
  const [only, second] = open;
  if (parts.length === 0 && only !== undefined && second === undefined) {
    const answer = answerOf(only, lead, by, false);
    if (answer !== null) found.set(only.id, answer);
  }
  if (rest !== null)
    open.filter((each) => !found.has(each.id)).forEach((each) => found.set(each.id, recommended(each, by)));
  if (found.size === 0 && problems.length === 0 && bare(said) !== '') problems.push(exampleFor(open));
  return { answers: [...found.values()], problems };
}

/** The recommended answer of a question, in the name of whoever took it. */
export function recommended(question: Question, by: string): Answer {
  const option = question.options.find((each) => each.key === question.recommended) ?? question.options[0];
  return { question: question.id, option: option?.key ?? null, text: option?.text ?? question.recommended, by };
}

function answerOf(question: Question, words: string, by: string, freeText: boolean): Answer | null {
  const match = matchOption(question, words);
  if (match !== null) {
    const text = match.remark === '' ? match.option.text : `${match.option.text} (${match.remark})`;
    return { question: question.id, option: match.option.key, text, by };
  }
  const text = words.trim().replace(/[\s,;]+$/u, '');
  if (isUnknownKey(question, text)) return null;
  return freeText && /[\p{L}\p{N}]/u.test(text) ? { question: question.id, option: null, text, by } : null;
}

/** A single letter names an option; one that is not there is a slip, not somebody's own words. */
function isUnknownKey(question: Question, text: string): boolean {
  return question.options.length > 0 && /^\p{L}$/u.test(text);
}

function notAnswered(question: Question, words: string): string {
  const keys = question.options.map(({ key }) => key).join(', ');
  const key = words.trim().replace(/[\s,;]+$/u, '');
  return isUnknownKey(question, key)
    ? `${question.id} has no option ${key.toUpperCase()}, only ${keys}.`
    : `I found no answer behind ${question.id}.`;
}

function exampleFor(open: readonly Question[]): string {
  const [first] = open;
  return first === undefined
    ? 'There is no open question.'
    : `I could not tell which question this answers. Name it, such as \`${first.id.replace(/^Q/u, '')}${first.recommended}\`.`;
}

function withoutQuotes(text: string): string {
  return text
    .replace(/\r\n?/gu, '\n')
    .replace(/^ {0,3}(`{3,}|~{3,})[\s\S]*?(?:^ {0,3}\1[`~]*[ \t]*$|$(?![\s\S]))/gmu, '\n')
    .replace(/^ {0,3}>.*$/gmu, '')
    .replace(/^\s*\/mge\s+answer\b/u, '');
}

function bare(text: string): string {
  return text.replace(/[\s.!,;:*_`]+/gu, ' ').trim();
}
