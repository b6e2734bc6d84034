/** The name within two edits (optimal string alignment distance) of a misspelt word, or null. */
export function nearestName(word: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = 3;
  for (const name of names) {
    const distance = alignmentDistance(word.slice(0, 40), name);
    if (distance < least && distance < name.length) [best, least] = [name, distance];
  }
  return best;
}

function alignmentDistance(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, column) => column)];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + change);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) least = Math.min(least, at(i - 2, j - 2) + 1);
      row.push(least);
    }
  }
  return at(a.length, b.length);
}
