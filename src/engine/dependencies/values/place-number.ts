/**
 * Enters a number from 0 into the table with `1 << room` places that begins at `table`, where 0 is a free place; false when it
 * was there. A table must never be full.
 */
export function placeNumber(numbers: Int32Array, table: number, room: number, value: number): boolean {
  const mask = (1 << room) - 1;
  for (let at = Math.imul(value, 0x9e3779b1) >>> (32 - room); ; at = (at + 1) & mask) {
    const found = numbers[table + at] ?? 0;
    if (found === value + 1) return false;
    if (found !== 0) continue;
    numbers[table + at] = value + 1;
    return true;
  }
}
