import type { Requirements } from '#domain/discovery/requirements.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';
import { renderAnswered } from '#wording/discovery/render-questions.ts';

const MOST_SHOWN = 60;

/** The sticky comment after discovery: what was understood, folded where it is long. */
export function renderRequirements(requirements: Requirements, { questions, answers }: Run['discovery']): string {
  const { stack } = requirements;
  const packages =
    stack.packages.length === 0 ? 'no packages' : stack.packages.map((each) => inlineMarkdown(each, 80)).join(', ');
  const parts = [
    '### What I understood',
    inlineMarkdown(requirements.summary, 2000),
    `**Built with** ${[stack.language, stack.runtime, stack.testRunner].map((each) => inlineMarkdown(each, 80)).join(', ')}; ${packages}.`,
    folded(`Requirements (${requirements.requirements.length})`, requirements.requirements.map(renderRequirement)),
    folded('Domain model', requirements.contexts.map(renderContext)),
    folded(
      'Not part of this',
      requirements.outOfScope.map((each) => `- ${inlineMarkdown(each, 400)}`),
    ),
    renderAnswered(questions, answers),
    'Something wrong? The plan comes next: reply to it with `/mge revise` and what should change.',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function renderRequirement({ id, text, acceptance }: Requirements['requirements'][number]): string {
  return `- **${inlineMarkdown(id, 20)}** ${inlineMarkdown(text, 500)} *Done when: ${inlineMarkdown(acceptance, 500)}*`;
}

function renderContext({ name, purpose, entities }: Requirements['contexts'][number]): string {
  const lines = entities.slice(0, MOST_SHOWN).map((entity) => {
    const rules = entity.invariants.map((each) => inlineMarkdown(each, 300)).join('; ');
    return `  - **${inlineMarkdown(entity.name, 80)}**: ${inlineMarkdown(entity.description, 300)}${rules === '' ? '' : ` *Always: ${rules}*`}`;
  });
  return [`- **${inlineMarkdown(name, 80)}**: ${inlineMarkdown(purpose, 300)}`, ...lines].join('\n');
}

function folded(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const more = lines.length > MOST_SHOWN ? [`- … and ${lines.length - MOST_SHOWN} more`] : [];
  const list = [...lines.slice(0, MOST_SHOWN), ...more].join('\n');
  return [`<details><summary>${title}</summary>`, list, '</details>'].join('\n\n');
}
