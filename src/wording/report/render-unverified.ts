import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { Run } from '#domain/run/run.ts';
import type { ReportFacts } from '#wording/report/report-facts.ts';

const SHOWN = 12;
const TYPES_ONLY = 'Types and constants are proved by the type checker and by the code that uses them.';

/** What a reader must not take as proved, said plainly. */
export function renderUnverified(run: Run, facts: ReportFacts): string {
  const lines: string[] = [];
  if (run.build?.sandbox === 'none')
    lines.push('- **No test was executed**: the workflow had no sandbox. Nothing here is proved by running it.');
  const failedTasks = run.plan?.tasks.filter((task) => task.included && task.progress === 'failed') ?? [];
  for (const task of failedTasks)
    lines.push(`- Task **${task.id}** ${inlineMarkdown(task.title)} was not drafted: none of it is here.`);
  const suite = run.build?.suite ?? null;
  if (suite !== null && suite.failed + suite.skipped > 0) {
    const parts = [outcome(suite.failed, 'failed'), outcome(suite.skipped, 'did not run')].filter(
      (part) => part !== '',
    );
    lines.push(`- In the last run, ${parts.join(' and ')}.`);
  }
  if (facts.open > 0) lines.push(`- ${facts.open} of ${facts.atoms} atoms are not judged yet.`);
  for (const symbol of facts.unverified.slice(0, SHOWN)) {
    const { failed, notExecuted } = symbol.checks;
    const why =
      symbol.progress === 'flagged'
        ? `failed ${symbol.attempts === 1 ? 'its attempt' : `its ${symbol.attempts} attempts`}${standing(symbol.decision)}`
        : `${notExecuted === 1 ? 'one' : notExecuted} of its checks did not run${failed > 0 ? ` and ${failed} failed` : ''}`;
    lines.push(`- ${codeSpan(symbol.id)}: ${why}`);
  }
  if (facts.unverified.length > SHOWN) lines.push(`- and ${facts.unverified.length - SHOWN} more`);
  if (facts.atoms === 0) return lines.length === 0 ? '' : block(lines);
  return lines.length === 0
    ? `**Not verified:** nothing is left open; every check of every atom ran and passed. ${TYPES_ONLY}`
    : block([...lines, `- ${TYPES_ONLY}`]);
}

function outcome(count: number, what: string): string {
  return count === 0 ? '' : `${count} ${count === 1 ? 'test' : 'tests'} ${what}`;
}

function standing(decision: string | null): string {
  if (decision === 'edited') return '; it stands as a person wrote it';
  return decision === 'regenerated' ? '; its earlier text stands' : ' and stands as a stub';
}

function block(lines: readonly string[]): string {
  return ['**Not verified**', '', ...lines].join('\n');
}
