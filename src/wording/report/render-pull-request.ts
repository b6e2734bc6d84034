import { inlineHtml, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
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
  const text = inlineMarkdown(stripHiddenMarkup(run.discovery.summary), 2500);
  return `## What this does\n\n${text === '' ? `Builds what #${run.issue.number} asks for.` : text}`;
}

function underWay(run: Run): string {
  const levels = run.build?.levels.length ?? 0;
  const how = levels === 0 ? '' : levels === 1 ? ', in one commit' : `, in ${levels} commits, one a level`;
  return `> I am still building this${how}. How far I am stands on #${run.issue.number}, and I ask for your review when it is ready.`;
}

function tasks(run: Run): string {
  const included = run.plan?.tasks.filter((task) => task.included) ?? [];
  if (included.length === 0) return '';
  const rows = included.map((task) => {
    const needs = task.dependsOn.length === 0 ? '' : task.dependsOn.join(', ');
    return `| ${task.id} | ${inlineMarkdown(task.title).replaceAll('|', '\\|')} | ${inlineMarkdown(task.milestone).replaceAll('|', '\\|')} | ${needs} |`;
  });
  const by = run.plan?.approvedBy ?? null;
  const title = `The plan: ${included.length} ${included.length === 1 ? 'task' : 'tasks'}${by === null ? '' : `, approved by ${inlineHtml(by)}`}`;
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

- **Read it commit by commit.** Each needs only the ones before it, and every commit passes the type checker. What failed is a
  stub: it throws when it is called, and says its name.
- **Answer my threads.** I ask about the few pieces that I am least sure of. Resolve the thread, edit the code on the branch, or
  reply \`/mge regenerate\` and what to change.
- **Comment on any other line**, and submit your comments together as _Request changes_: I write those pieces anew.
- **Approve the pull request** when you are done: that ends the review. I never approve or merge.`;
