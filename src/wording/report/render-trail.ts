import { whatHappened } from '#wording/status/what-happened.ts';
import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';
import { describeWork } from '#wording/status/describe-work.ts';

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
        inlineMarkdown(describeWork(what)),
        codeSpan(failure.code),
        whatHappened(failure),
      ];
      return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
    });
  const more =
    trail.length > SHOWN
      ? [
          '',
          trail.length === SHOWN + 1
            ? 'An earlier one is left out.'
            : `${trail.length - SHOWN} earlier ones are left out.`,
        ]
      : [];
  const summary = `<details><summary>What went wrong on the way (${trail.length})</summary>`;
  return [
    summary,
    '',
    '| when (UTC) | I was | code | what happened |',
    '|---|---|---|---|',
    ...rows,
    ...more,
    '',
    '</details>',
  ].join('\n');
}
