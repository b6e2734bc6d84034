import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { stripHiddenMarkup } from '#domain/prompt/strip-hidden-markup.ts';
import type { Run } from '#domain/run/run.ts';

/** The title of a run's pull request: the spec's own. */
export function pullRequestTitle(run: Run): string {
  return run.issue.title.replaceAll(/\s+/g, ' ').trim().slice(0, 200);
}

/** The body of the pull request: what it does, what it was planned from, how to review it; `report` once there is one. */
export function renderPullRequest(run: Run, report: string | null): string {
  return [
    summary(run),
    report === null ? underWay(run) : '',
    tasks(run),
    HOW_TO_REVIEW,
    report ?? '',
    `Closes #${run.issue.number}`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function summary(run: Run): string {
  const text = stripHiddenMarkup(run.discovery.summary).trim();
  return `## What this does\n\n${text === '' ? `Builds what #${run.issue.number} asks for.` : text}`;
}

function underWay(run: Run): string {
  const levels = run.build?.levels.length ?? 0;
  return `> Being built: ${levels} ${levels === 1 ? 'level' : 'levels'}, one commit each. The status is kept on #${run.issue.number}. MGE asks for your review when it is ready.`;
}

function tasks(run: Run): string {
  const included = run.plan?.tasks.filter((task) => task.included) ?? [];
  if (included.length === 0) return '';
  const rows = included.map((task) => {
    const needs = task.dependsOn.length === 0 ? '' : task.dependsOn.join(', ');
    return `| ${task.id} | ${inlineMarkdown(task.title).replaceAll('|', '\\|')} | ${inlineMarkdown(task.milestone).replaceAll('|', '\\|')} | ${needs} |`;
  });
  const by = run.plan?.approvedBy ?? null;
  const title = `The plan: ${included.length} ${included.length === 1 ? 'task' : 'tasks'}${by === null ? '' : `, approved by ${inlineMarkdown(by)}`}`;
  return [
    `<details><summary>${title}</summary>`,
    '',
    '| task | | milestone | needs |',
    '|---|---|---|---|',
    ...rows,
    '',
    '</details>',
  ].join('\n');
}

const HOW_TO_REVIEW = `## How to review it

Read it commit by commit: each level needs only the levels before it, and every commit type-checks. What is not built yet, or
failed its attempts, is a stub that throws and says its name. MGE asks about the few pieces that it is least sure of, in
threads on their lines. Answer each in one of three ways: resolve the thread, edit the code, or reply \`/mge regenerate\` and
say what to change. Approving the pull request ends the review.`;
