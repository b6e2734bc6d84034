import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';
import type { ReportFacts } from '#wording/report/report-facts.ts';

const DONE = { approved: 'was accepted as it is', edited: 'was edited', regenerated: 'was written anew' } as const;

/** What people decided in review, what they changed first; what they accepted without a word is folded. */
export function renderDecisions(run: Run, facts: ReportFacts): string {
  const threads = run.review?.threads ?? {};
  const lines: string[] = [];
  const accepted: string[] = [];
  for (const { id, decision } of facts.decided) {
    if (decision === null) continue;
    const { by = null, feedback = '' } = threads[id] ?? {};
    const person = by === null ? '' : ` by ${inlineMarkdown(by, 60)}`;
    if (decision === 'approved' && feedback === '') accepted.push(`- ${codeSpan(id)}${person}`);
    else lines.push(`- ${codeSpan(id)} ${DONE[decision]}${wish(decision, person, feedback)}`);
  }
  const open = Object.values(threads).filter((thread) => thread.state !== 'settled');
  const left = open.map((thread) => `- ${codeSpan(thread.symbol)}: nobody decided`);
  const all = [...lines, ...left, ...fold(accepted, lines.length + left.length > 0)];
  return all.length === 0 ? '' : ['**What people decided**', '', ...all].join('\n');
}

/** Anew is what MGE writes; a person asks for it. */
function wish(decision: keyof typeof DONE, person: string, feedback: string): string {
  const who = decision === 'regenerated' && person !== '' ? `, as asked${person}` : person;
  return feedback === '' ? who : `${who}: “${inlineMarkdown(feedback, 160)}”`;
}

function fold(accepted: readonly string[], apart: boolean): string[] {
  if (accepted.length === 0) return [];
  const title =
    accepted.length === 1 ? 'One piece was accepted as it is' : `${accepted.length} pieces were accepted as they are`;
  return [...(apart ? [''] : []), `<details><summary>${title}</summary>`, '', ...accepted, '', '</details>'];
}
