/** One line of a bench's table. */
export interface Figure {
  readonly what: string;
  readonly measured: string;
  readonly asked: string;
}

/** The figures as a Markdown table. */
export function renderFigures(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, measured, asked }) => `| ${what} | ${measured} | ${asked} |`);
  return ['| what | measured | asked |', '| --- | --- | --- |', ...rows].join('\n');
}

/** The middle one of several runs, in milliseconds. */
export async function medianTime(runs: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[runs >> 1] ?? 0;
}
