/** A line of a difference: kept, taken out, or put in. */
export interface DiffLine {
  readonly mark: ' ' | '-' | '+';
  readonly text: string;
}

const MOST_CELLS = 400_000;

/** The smallest line difference between two short texts; very long ones are shown as taken out and put in whole. */
export function diffLines(before: string, after: string): DiffLine[] {
  const old = before.split('\n');
  const fresh = after.split('\n');
  if (old.length * fresh.length > MOST_CELLS) return [...old.map(line('-')), ...fresh.map(line('+'))];
  const common = commonLengths(old, fresh);
  const lines: DiffLine[] = [];
  let left = 0;
  let right = 0;
  while (left < old.length || right < fresh.length) {
    const [gone, added] = [old[left], fresh[right]];
    if (gone !== undefined && gone === added) {
      lines.push({ mark: ' ', text: gone });
      left += 1;
      right += 1;
    } else if (
      gone !== undefined &&
      (added === undefined || at(common, left + 1, right) >= at(common, left, right + 1))
    ) {
      lines.push({ mark: '-', text: gone });
      left += 1;
    } else {
      lines.push({ mark: '+', text: added ?? '' });
      right += 1;
    }
  }
  return lines;
}

/** `table[i][j]`: how many lines the texts have in common from line i and line j on. */
function commonLengths(old: readonly string[], fresh: readonly string[]): number[][] {
  const table: number[][] = Array.from({ length: old.length + 1 }, () => []);
  for (let left = old.length - 1; left >= 0; left -= 1) {
    const row = table[left] ?? [];
    for (let right = fresh.length - 1; right >= 0; right -= 1) {
      const same = old[left] === fresh[right];
      row[right] = same
        ? 1 + at(table, left + 1, right + 1)
        : Math.max(at(table, left + 1, right), at([row], 0, right + 1));
    }
  }
  return table;
}

function at(table: readonly (readonly number[])[], left: number, right: number): number {
  return table[left]?.[right] ?? 0;
}

function line(mark: '-' | '+'): (text: string) => DiffLine {
  return (text) => ({ mark, text });
}
