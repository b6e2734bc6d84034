import type { SeenLineThread } from '#local/github/human/seen.ts';

/** Whether a review thread of MGE asks about a symbol; its first comment says so in a hidden marker. */
export function isAbout(thread: SeenLineThread, symbol: string): boolean {
  return thread.comments[0]?.body.startsWith(`<!-- mge:atom:${symbol} -->`) ?? false;
}
