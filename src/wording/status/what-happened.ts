import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';

/** An error in people's words. What is wrong inside of MGE says nothing to them, but to whoever runs it. */
export function whatHappened(
  { code, message }: { readonly code: string; readonly message: string },
  limit = 300,
): string {
  const text = inlineMarkdown(message, limit);
  if (code !== 'internal') return text;
  return `a fault of my own, nothing that you did (for whoever runs me: “${text.replace(/[.!?…]+$/u, '')}”)`;
}
