import { z } from 'zod';
import type { ComparisonRun } from '#engine/validation/toolchain.ts';

const Line = z.union([
  z.object({
    kind: z.literal('difference'),
    key: z.string(),
    recorded: z.boolean(),
    input: z.string(),
    was: z.string(),
    now: z.string(),
  }),
  z.object({ kind: z.literal('compared'), key: z.string(), inputs: z.number() }),
  z.object({ kind: z.literal('skipped'), key: z.string(), reason: z.string() }),
]);

/** What a comparing driver reported, a JSON object a line, each begun with `mark`. `keys`: what the driver calls the targets, in order. Other lines say nothing. */
export function parseComparison(output: string, mark: string, keys: readonly string[]): ComparisonRun {
  const told = output.split('\n').flatMap((line) => (line.startsWith(mark) ? parseLine(line.slice(mark.length)) : []));
  const places = new Map(keys.map((key, place) => [key, place]));
  const mine = told.flatMap((one) => {
    const target = places.get(one.key);
    return target === undefined ? [] : [{ ...one, target }];
  });
  const inputs = new Map<number, number>();
  for (const one of mine)
    if (one.kind === 'compared') inputs.set(one.target, (inputs.get(one.target) ?? 0) + one.inputs);
  const differences = mine.flatMap((one) => (one.kind === 'difference' ? [one] : []));
  const skipped = new Map(mine.flatMap((one) => (one.kind === 'skipped' ? [[one.target, one.reason] as const] : [])));
  for (let target = 0; target < keys.length; target += 1) {
    const silent = !inputs.has(target) && !skipped.has(target) && !differences.some((one) => one.target === target);
    if (silent) skipped.set(target, 'nothing called it');
  }
  return { differences, inputs, skipped };
}

function parseLine(line: string): z.infer<typeof Line>[] {
  try {
    const parsed = Line.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}
