import type { ContextSection } from '#domain/build/pack-context.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import { joinSections, section } from '#domain/prompt/section.ts';

/** Tokens of a regeneration's context. */
export const CONTEXT_BUDGET = 12_000;

/** What escapes of invisible characters may add: what was packed is never cut. */
const ROOM = 2;

/**
 * Everything that one atom needs to be written well, and nothing more: its place marked in its file or symbol, what it may
 * use (nearest first; small things and types whole, the rest as headers), the tests that mention it, and who uses it.
 */
export function focusedContext(packed: readonly ContextSection[]): string {
  const parts = packed.map(({ title, text }) =>
    delimit(title, text, { kind: 'code', limit: text.length * ROOM + 1000 }),
  );
  return joinSections(section('The atom in its place, what it may use, its tests, who uses it', parts.join('\n\n')));
}
