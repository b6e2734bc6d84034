/** Comments, decorators, modifiers and final punctuation away. */
export function plainSignature(written: string): string {
  return written
    .replaceAll(/\/\*[\s\S]*?\*\//gu, '')
    .replaceAll(/(?:^|\s)\/\/[^\n]*/gu, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:@[\w.]+(?:\([^)]*\))?\s+)+/u, '')
    .replace(
      /^(?:(?:export|default|declare|public|private|protected|static|override|readonly|async|const|let|var)\s+)+/u,
      '',
    )
    .replace(/[\s;:{]+$/u, '');
}

/** Without white space, trailing separators, and with one kind of quote and member separator. */
export function compact(text: string): string {
  return text
    .replaceAll(/\s+/gu, '')
    .replaceAll('"', "'")
    .replaceAll(';', ',')
    .replaceAll(/,(?=[)\]}>])/gu, '')
    .replaceAll(/([{=(<])\|/gu, '$1')
    .replace(/[,]+$/u, '');
}
