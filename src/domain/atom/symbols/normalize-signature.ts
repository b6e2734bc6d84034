/** A header with white space normalised: runs become one blank, no trailing brace, arrow, colon or semicolon. */
export function normalizeSignature(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(/[\s{;]+$/u, '');
}
