/**
 * Characters that a person does not see but a model reads: format characters (zero width, bidirectional, tags), variation
 * selectors and whatever else is default-ignorable (all of U+E0000 to U+E0FFF), Hangul and Braille fillers, and control
 * characters other than tab and line feed. What joins and colours an emoji right behind it is part of the emoji.
 */
const INVISIBLE =
  /(?<!\p{Extended_Pictographic})\uFE0F|(?<!\p{Extended_Pictographic}|\uFE0F|\p{EMod})\u200D|(?!\u200D)\p{Cf}|[\uFE00-\uFE0E]|[\u{E0000}-\u{E0FFF}]|\u115F|\u1160|\u3164|\uFFA0|\u034F|[\u180B-\u180F]|\u2800|(?![\t\n])\p{Cc}/gu;

const BROKEN_SURROGATE = /\p{Cs}/gu;

/** Line ends as \n, unpaired surrogates replaced: the form that all cleaning starts from. */
export function normalizeLines(text: string): string {
  return text.replace(/\r\n?|[\u2028\u2029]/gu, '\n').replace(BROKEN_SURROGATE, '\uFFFD');
}

export function dropInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/** A byte order mark dropped, other invisible characters written out as `\u200B`, so that code keeps its meaning and a reader sees them. */
export function showInvisible(text: string): string {
  return text.replace(/^\uFEFF/u, '').replace(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    const hex = code.toString(16).toUpperCase();
    return code > 0xffff ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
  });
}
