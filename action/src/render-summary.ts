import type { AtomVerdict, Evidence, Results } from '#domain/verdict/results.ts';

import { renderTrials } from '#action/src/render-trials.ts';

const MAX_ROWS = 200;

/** The job's summary page: what passed, what failed and why. All text from the target is escaped. */
export function renderSummary(results: Results): string {
  const count = (verdict: AtomVerdict['verdict']): number =>
    results.atoms.filter((atom) => atom.verdict === verdict).length;
  const open = results.atoms.filter((atom) => atom.verdict !== 'passed');
  const rows = open.toSorted((one, other) => rank(one) - rank(other)).slice(0, MAX_ROWS);
  return [
    `## MGE validation of ${cell(results.run)}, batch ${results.batch}`,
    '',
    ...(results.error === null ? [] : [`**${cell(results.error.code)}**: ${cell(results.error.message)}`, '']),
    '| atoms | passed | failed | not executed | tests passed | failed | skipped | seconds |',
    '|---|---|---|---|---|---|---|---|',
    `| ${results.atoms.length} | ${count('passed')} | ${count('failed')} | ${count('not-executed')} | ${results.suite.passed} | ${results.suite.failed} | ${results.suite.skipped} | ${results.seconds} |`,
    '',
    `Tool chain: ${cell(results.toolchain.name)} ${cell(results.toolchain.version)}. Sandbox: ${results.sandbox.kind} (${results.sandbox.enforced.join(', ') || 'nothing proved'}).`,
    ...(rows.length === 0
      ? []
      : ['', '| atom | verdict | check | where | why |', '|---|---|---|---|---|', ...rows.map(row)]),
    ...(open.length > rows.length ? ['', `… and ${open.length - rows.length} more: see the results file.`] : []),
    ...levelRows(results),
    ...renderTrials(results, cell),
    '',
  ].join('\n');
}

/** What failed comes first: the table is cut at its end. */
function rank({ verdict }: AtomVerdict): number {
  return verdict === 'failed' ? 0 : 1;
}

function row(atom: AtomVerdict): string {
  const failed = atom.checks.find((check) => check.outcome === 'failed');
  const why = failed?.evidence?.message ?? (atom.blockedBy === null ? '' : `waits for ${atom.blockedBy}`);
  const where = failed?.evidence === undefined || failed.evidence === null ? '' : place(failed.evidence);
  return `| ${cell(atom.id)} | ${atom.verdict} | ${cell(failed?.check ?? '')} | ${cell(where)} | ${cell(why)} |`;
}

function levelRows(results: Results): string[] {
  const broken = results.levels.filter((level) => level.evidence.length > 0);
  return broken.flatMap(({ level, evidence }) => [
    '',
    `Level ${level}:`,
    ...evidence.map((one) => `- ${cell(one.check)}: ${cell(place(one))} ${cell(one.message)}`),
  ]);
}

function place({ file, line }: Evidence): string {
  return file === null ? '' : `${file}${line === null ? '' : `:${line}`}`;
}

function cell(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').slice(0, 300);
  return flat.replaceAll(/[&<>|`*_[\]!@#\\~]/g, (character) => `&#${character.charCodeAt(0)};`);
}
