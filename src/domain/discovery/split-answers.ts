import { matchOption } from '#domain/discovery/match-option.ts';
import type { Question } from '#domain/discovery/question.ts';

export interface SplitAnswers {
  readonly parts: { readonly question: Question; readonly words: string }[];
  /** Questions that were named with a Q but are not open. */
  readonly unknown: string[];
  /** What stands before the first named question. */
  readonly lead: string;
}

/**
 * A place where a question is named. `before` tells how sure it is: a line's start, a comma, or only a space. `mark` is
 * the punctuation behind the number (`3:`), `glued` a letter right behind it (`1A`).
 */
interface Reference {
  readonly start: number;
  readonly end: number;
  readonly question: Question | null;
  readonly number: string;
  readonly named: boolean;
  readonly marked: boolean;
  readonly before: 'line' | 'comma' | 'space';
}

const REFERENCE =
  /(?<=^|[\s,;(])(?:[-*+] )?[*_`]{0,3}(?<name>q(?:uestion)?\s?|#)?(?<number>\d{1,3})[*_`]{0,3}(?:(?<mark>\s{0,3}(?:->|=>|[:=.)–—])(?!\d)|\s-\s|-(?=[a-z](?![\p{L}\p{N}])))[*_`]{0,3}|(?=[a-z](?![\p{L}\p{N}]))|(?=\s|$))/giu;

/** Cuts a reply at the questions that it names. */
export function splitAnswers(text: string, open: readonly Question[]): SplitAnswers {
  const references: Reference[] = [];
  for (const candidate of findReferences(text, open)) {
    const previous = references.at(-1);
    const words = previous === undefined ? '' : text.slice(previous.end, candidate.start);
    if (begins(candidate, previous ?? null, words, text)) references.push(candidate);
  }
  const parts = references.flatMap((each, index) => {
    const words = text.slice(each.end, references[index + 1]?.start ?? text.length);
    return each.question === null ? [] : [{ question: each.question, words: words.trim() }];
  });
  const unknown = references.filter((each) => each.question === null).map((each) => `Q${each.number}`);
  return { parts, unknown: [...new Set(unknown)], lead: text.slice(0, references[0]?.start ?? text.length).trim() };
}

function findReferences(text: string, open: readonly Question[]): Reference[] {
  return [...text.matchAll(REFERENCE)].map((match) => {
    const number = String(Number(match.groups?.['number']));
    const before = text.slice(0, match.index).trimEnd();
    const gap = text.slice(before.length, match.index);
    return {
      start: match.index,
      end: match.index + match[0].length,
      question: open.find((each) => each.id.replace(/^q/iu, '') === number) ?? null,
      number,
      named: match.groups?.['name'] !== undefined,
      marked: match.groups?.['mark'] !== undefined,
      before: before === '' || gap.includes('\n') ? 'line' : /[,;(]$/u.test(before) ? 'comma' : 'space',
    };
  });
}

/** Whether a number really names a question here, or is only a number in an answer (`at most 3, 2 decimals`). */
function begins(reference: Reference, previous: Reference | null, words: string, text: string): boolean {
  const { question, named, marked, before, end } = reference;
  if (question === null) return named;
  if (named || (marked && before !== 'space')) return true;
  const next = /^[^\n,;]*/u.exec(text.slice(end))?.[0] ?? '';
  // "2 yes" answers question 2; "2 people of our team think so" does not, unless the reply is a list of answers.
  if (before === 'line' && (previous !== null || next.trim().split(/\s+/u).length <= 3)) return true;
  if (matchOption(question, /^\s*\S+/u.exec(next)?.[0] ?? '') !== null || matchOption(question, next) !== null)
    return true;
  const settled = previous?.question !== null && previous !== null && matchOption(previous.question, words) !== null;
  return settled && (before === 'comma' || marked);
}
