/** Symbol → number of its level. */
export function levelNumbers(levels: readonly (readonly string[])[]): Map<string, number> {
  return new Map(levels.flatMap((level, number) => level.map((id) => [id, number] as const)));
}
