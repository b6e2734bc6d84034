/** Endings that English and identifiers vary by, longest first, and what stands for them. */
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/iz(?:ation|ations|es|ed|ing|er|ers|e)$/u, 'iz'],
  [/ational$|ations?$|ating$|ated?$|ator$|ators$/u, 'at'],
  [/ies$|ied$/u, 'y'],
  [/(?<=ss|sh|ch|x|z)es$/u, ''],
  [/(?<=[^su])s$/u, ''],
];
const VERBAL = /(?:ing|ed|ers?|ment|ments|able|ly)$/u;

/** A light stem: `splitting`, `splits` and `split` become one word. Not linguistics: only equal things must become equal. */
export function stemWord(word: string): string {
  if (word.length < 4 || /\d/u.test(word)) return word;
  let stem = word;
  for (const [ending, stand] of ENDINGS) {
    if (!ending.test(stem)) continue;
    stem = stem.replace(ending, stand);
    break;
  }
  const bare = stem.replace(VERBAL, '');
  if (bare.length >= 3 && /[aeiouy]/u.test(bare)) stem = bare.replace(/([b-df-hj-np-rtv-z])\1$/u, '$1');
  return stem.length > 3 ? stem.replace(/e$/u, '') : stem;
}
