import { stemWord } from '#engine/retrieval/stem-word.ts';

/** Words that say nothing about what code does: English function words, and keywords of the languages. */
const STOP_WORDS: ReadonlySet<string> = new Set(
  `a an and are as at be been but by can could do does each every for from had has have how i if in into is it its may must not of on
  one or our out shall should so some such than that the their them then there these they this to up was we were what when where
  which who will with would you your want need able using use used
  abstract any args as assert async await bool boolean break case catch class cls const continue def default del delete dict elif
  else enum except export extends false final finally float fn func function get getattr global implements import instanceof int
  interface isinstance kwargs lambda len let list new none nonlocal null number object pass print private protected public raise
  readonly return self set static str string super switch throw true try tuple type typeof undefined var void while yield`
    .trim()
    .split(/\s+/u),
);

/**
 * The words of code or prose, for lexical search: identifiers are split at case changes, underscores and digits, lowered,
 * stemmed, stop words left out.
 */
export function tokenizeCode(text: string): string[] {
  const words = text
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .replace(/(\p{L})(\d)|(\d)(\p{L})/gu, '$1$3 $2$4')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word.length > 1 && word.length <= 40 && !STOP_WORDS.has(word)).map(stemWord);
}
