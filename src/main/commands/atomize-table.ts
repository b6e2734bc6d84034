import { defaultAtomLimits } from '#domain/atom/atom.ts';
import type { FileAtoms } from '#domain/atom/file-atoms.ts';
import { renderTable } from '#main/commands/render-table.ts';

export interface AtomTable {
  add(file: Omit<FileAtoms, 'symbols'>, symbols: number): void;
  render(): string;
}

/** A line for each file, the oversize atoms with their reasons, and the totals. */
export function createAtomTable(): AtomTable {
  const rows: (string | number)[][] = [['file', 'language', 'symbols', 'atoms', 'oversize', 'errors']];
  const oversize: string[] = [];
  let atoms = 0;
  return {
    add(file, symbols) {
      const large = file.atoms.filter((atom) => atom.oversize !== null);
      rows.push([file.file, file.language, symbols, file.atoms.length, large.length, file.parseErrors]);
      oversize.push(...large.map((atom) => `${file.file}:${atom.startLine}  ${atom.oversize ?? ''}`));
      atoms += file.atoms.length;
    },
    render() {
      const within = atoms === 0 ? 100 : (100 * (atoms - oversize.length)) / atoms;
      const { loc, complexity } = defaultAtomLimits;
      const total = `${rows.length - 1} files, ${atoms} atoms, ${within.toFixed(1)} % within ${loc} lines and complexity ${complexity}`;
      const list = oversize.length === 0 ? [] : ['', 'Oversize:', ...oversize];
      return [renderTable(rows), ...list, '', total].join('\n');
    },
  };
}
