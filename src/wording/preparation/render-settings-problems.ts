import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { SettingsProblem } from '#domain/settings/settings-problem.ts';

const MOST_SHOWN = 20;

/** What is wrong with a settings file, as Markdown for the status comment. */
export function renderSettingsProblems(path: string, problems: readonly SettingsProblem[]): string {
  const shown = problems.slice(0, MOST_SHOWN).map(({ line, text }) => {
    const place = line === null ? `\`${path}\`` : `\`${path}\` line ${line}`;
    return `- ${place}: ${inlineMarkdown(text, 600)}`;
  });
  const more = problems.length - shown.length;
  return ['I could not read this repository’s settings:', ...shown, ...(more > 0 ? [`- … and ${more} more`] : [])].join(
    '\n',
  );
}
