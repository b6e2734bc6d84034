import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';
import type { ReportFacts } from '#wording/report/report-facts.ts';

const DONE = { approved: 'accepted as it is', edited: 'edited', regenerated: 'written anew' } as const;

/** What people decided in review, and what nobody decided. */
export function renderDecisions(run: Run, facts: ReportFacts): string {
  const threads = run.review?.threads ?? {};
  const lines = facts.decided.flatMap(({ id, decision }) => {
    if (decision === null) return [];
    const thread = threads[id];
    const by = thread?.by === undefined || thread.by === null ? '' : ` by ${inlineMarkdown(thread.by)}`;
    const words =
      thread?.feedback === undefined || thread.feedback === '' ? '' : `: “${inlineMarkdown(thread.feedback, 160)}”`;
    return [`- ${codeSpan(id)} was ${DONE[decision]}${by}${words}`];
  });
  const open = Object.values(threads).filter((thread) => thread.state !== 'settled');
  const left = open.map((thread) => `- ${codeSpan(thread.symbol)}: nobody decided`);
  return lines.length + left.length === 0 ? '' : ['**What people decided**', '', ...lines, ...left].join('\n');
}
