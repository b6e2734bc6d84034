/** What GitHub renders invisibly, and what stands in its place. Every pattern reads its input once: no backtracking. */
const HIDDEN: readonly (readonly [RegExp, string])[] = [
  // A comment, or one that is never closed. A space stands for it, so that its neighbours cannot form a new one.
  [/<!--[\s\S]*?(?:-->|$)/gu, ' '],
  // [//]: # (hidden) and other link definitions.
  [
    /^ {0,3}\[[^\]\n]{1,200}\]:\s{0,9}\S{1,2000}(?:\s{1,9}(?:"[^"]{0,4000}"|'[^']{0,4000}'|\([^)]{0,4000}\)))?[ \t]*$/gmu,
    '',
  ],
  // The alternative text of images and the titles of links show only when something hovers or fails.
  [/!\[[^\]\n]{0,2000}\](?=[([])/gu, '![image]'],
  [/(\]\([^\s()<>"']{1,2000})\s+(?:"[^"\n]{0,2000}"|'[^'\n]{0,2000}')\)/gu, '$1)'],
  // Attributes of the elements that Markdown allows.
  [
    /<(a|abbr|b|br|code|details|div|em|h[1-6]|i|img|input|kbd|p|picture|pre|q|section|source|span|strong|sub|summary|sup|table|td|th|tr|video)\s[^<>]{0,2000}>/giu,
    '<$1>',
  ],
];

/** Markdown without what a reader of the page would not see: comments, definitions, titles, attributes. */
export function stripHiddenMarkup(text: string): string {
  return HIDDEN.reduce((visible, [pattern, stand]) => visible.replace(pattern, stand), text);
}
