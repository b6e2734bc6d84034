import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { AtomRow } from '#main/commands/analysis-task.ts';
import { renderTable } from '#main/commands/render-table.ts';

export interface AtomTable {
  add(row: AtomRow): void;
  render(): string;
}

/** A line for each file, the oversize atoms with their reasons, and the totals. */
export function createAtomTable(): AtomTable {
  const rows: (readonly (string | number)[])[] = [['file', 'language', 'symbols', 'atoms', 'oversize', 'errors']];
  const oversize: string[] = [];
  let atoms = 0;
  return {
    add(row) {
      rows.push(row.cells);
      oversize.push(...row.oversize);
      atoms += row.atoms;
    },
    render() {
      const within = atoms === 0 ? 100 : (100 * (atoms - oversize.length)) / atoms;
      const { loc, complexity } = defaultAtomLimits;
      const files = rows.length === 2 ? '1 file' : `${rows.length - 1} files`;
      const total = `${files}, ${atoms} atoms, ${within.toFixed(1)} % within ${loc} lines and complexity ${complexity}`;
      const list = oversize.length === 0 ? [] : ['', 'Oversize:', ...oversize];
      return [renderTable(rows), ...list, '', total].join('\n');
    },
  };
}
