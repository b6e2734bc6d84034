import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { attemptsIn } from '#domain/run/attempts-in-run.ts';
import type { Run } from '#domain/run/run.ts';

/** Tells maintainers of texts that try to steer MGE; empty where there are none. */
export function renderAttempts(run: Run): string {
  const lines = attemptsIn(run).map(({ where, what }) => `> - ${inlineMarkdown(where, 120)}: ${what.join('; ')}`);
  if (lines.length === 0) return '';
  return [
    '> ⚠️ **Please look at this.** Some text tries to give me orders. I read it as material only: it cannot run commands, reach secrets, or write files that the plan does not name.',
    ...lines,
  ].join('\n');
}
