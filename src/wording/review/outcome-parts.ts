import type { FailedCheck, SymbolState } from '#domain/build/symbol-state.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { diffLines } from '#domain/review/diff-lines.ts';
import { fence } from '#domain/review/fence.ts';

/** The text of a piece before and now; null before where nothing stood. */
export interface Versions {
  readonly before: string | null;
  readonly after: string;
}

/** ` (3 checks; 1 could not run)`, to stand behind “passed”. */
export function checksText(state: SymbolState | null): string {
  if (state === null) return '';
  const { passed, notExecuted } = state.checks;
  const missing = notExecuted === 0 ? '' : `; ${notExecuted} could not run`;
  return ` (${passed} ${passed === 1 ? 'check' : 'checks'}${missing})`;
}

/** What changed, as a diff; the new text where nothing stood before. */
export function difference({ before, after }: Versions): string {
  if (before === null) return fence('', after);
  const lines = diffLines(before, after).map(({ mark, text }) => `${mark}${text}`);
  return fence('diff', lines.join('\n'));
}

/** Which check failed, and its words. */
export function evidence(failure: FailedCheck): string {
  const words = `${failure.message}\n${failure.detail}`.trim().slice(0, 3000);
  return `The ${inlineMarkdown(failure.check)} check failed:\n\n${fence('text', words)}`;
}
