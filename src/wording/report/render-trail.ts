import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';

const SHOWN = 40;

/** Everything that went wrong on the way, latest first. */
export function renderTrail({ trail }: Run): string {
  if (trail.length === 0) return '';
  const rows = trail
    .slice(-SHOWN)
    .toReversed()
    .map(({ at, what, failure }) => {
      const cells = [
        at.slice(0, 19).replace('T', ' '),
        inlineMarkdown(what),
        codeSpan(failure.code),
        inlineMarkdown(failure.message),
      ];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
  const more = trail.length > SHOWN ? ['', `${trail.length - SHOWN} earlier ones are left out.`] : [];
  const summary = `<details><summary>What went wrong on the way (${trail.length})</summary>`;
  return [
    summary,
    '',
    '| when (UTC) | what | code | message |',
    '|---|---|---|---|',
    ...rows,
    ...more,
    '',
    '</details>',
  ].join('\n');
}
