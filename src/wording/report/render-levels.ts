import type { ReportFacts } from '#wording/report/report-facts.ts';

/** What became of each level, as a folded table. */
export function renderLevels({ levels: rows }: ReportFacts): string {
  if (rows.length === 0) return '';
  return [
    '<details><summary>Levels</summary>',
    '',
    'A level holds the pieces that need only earlier levels. A symbol is a function, class, type or constant.',
    '',
    '| level | symbols | atoms | passed | failed |',
    '|---:|---:|---:|---:|---:|',
    ...rows.map((row) => `| ${row.level} | ${row.symbols} | ${row.atoms} | ${row.validated} | ${row.flagged} |`),
    '',
    '</details>',
  ].join('\n');
}
