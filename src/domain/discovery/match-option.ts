import type { Question } from '#domain/discovery/question.ts';

export type Option = Question['options'][number];

export interface OptionMatch {
  readonly option: Option;
  /** What was said behind the option, such as `but only for admins`. */
  readonly remark: string;
}

const UP_TO_YOU = /^(?:recommended|default|your (?:choice|pick|call)|you (?:choose|decide)|up to you|as recommended)$/u;

/** The option that words mean: its key (`B`, `option B`, `B, but …`), its text or a part that only it has, `yes`, `recommended`. */
export function matchOption(question: Question, words: string): OptionMatch | null {
  const said = words.trim().replace(/^[*_`"'([]+|[\s*_`"'\].,;!]+$/gu, '');
  const key = matchKey(question, said);
  if (key !== null) return key;
  const plain = normalize(said);
  if (plain === '') return null;
  if (UP_TO_YOU.test(plain)) return only(question.options.filter((each) => each.key === question.recommended));
  const whole = question.options.filter((each) => normalize(each.text) === plain);
  return only(whole) ?? only(question.options.filter((each) => holds(normalize(each.text), plain)));
}

function matchKey(question: Question, said: string): OptionMatch | null {
  const parsed = /^(?:option\s+|\()?([A-Za-z])(?![\p{L}\p{N}'’])[*_`)\]]*\s*([\s\S]*)$/u.exec(said);
  const letter = parsed?.[1];
  const behind = parsed?.[2] ?? '';
  if (letter === undefined) return null;
  const option = question.options.find((each) => each.key.toUpperCase() === letter.toUpperCase());
  // "A ledger …" and "I think …" are words; "A", "A: …", "A (…)" and "B because …" are keys.
  const separated = behind === '' || /^[,;:.(–—=-]/u.test(behind) || (/^[B-HJ-Z]$/u.test(letter) && behind !== '');
  if (option === undefined || !separated) return null;
  return { option, remark: behind.replace(/^[\s,;:.(–—=-]+|[\s).,;]+$/gu, '') };
}

/** Whether a part of at least one telling word begins an option's text, or stands in it as whole words. */
function holds(option: string, part: string): boolean {
  if (/^(?:yes|no)$/u.test(part)) return option === part || option.startsWith(`${part} `);
  if (part.length >= 3 && ` ${option} `.includes(` ${part} `)) return true;
  // "Postgres" for PostgreSQL.
  return part.length >= 4 && !part.includes(' ') && ` ${option}`.includes(` ${part}`);
}

function only(options: readonly Option[]): OptionMatch | null {
  const [first, second] = options;
  return first === undefined || second !== undefined ? null : { option: first, remark: '' };
}

function normalize(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return words.replace(/^(?:y|yep|yeah|yup)$/u, 'yes').replace(/^(?:n|nope)$/u, 'no');
}
