import type { Judge } from '#scripts/bench/validation/faults/open-judge.ts';

/** What passes a test, in order; as many at a time as there are judges, each with a copy of its own. */
export async function filterIn<T>(
  judges: readonly Judge[],
  items: readonly T[],
  test: (judge: Judge, item: T) => Promise<boolean>,
): Promise<T[]> {
  const kept = new Set<T>();
  const waiting = [...items];
  await Promise.all(
    judges.map(async (judge) => {
      for (let item = waiting.shift(); item !== undefined; item = waiting.shift())
        if (await test(judge, item)) kept.add(item);
    }),
  );
  return items.filter((item) => kept.has(item));
}
