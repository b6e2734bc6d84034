import { z } from 'zod';

const Id = z.string().min(1).max(400);
const Count = z.number().int().nonnegative();
const Text = z.string().max(600);

/** Upper bounds of what is told of the trials. */
export const TRIAL_LIMITS = { survivors: 10, text: 600, entries: 50_000, differences: 2000 } as const;

/** A planted fault that no test noticed: `was` and `text` are what stood there and what was put there. */
export const Survivor = z.strictObject({
  kind: z.string().max(60),
  file: z.string().max(1000),
  line: z.number().int().positive(),
  was: Text,
  text: Text,
});
export type Survivor = z.infer<typeof Survivor>;

/** How many of the faults planted in a symbol its tests noticed. */
export const SymbolStrength = z.strictObject({
  symbol: Id,
  planted: Count,
  noticed: Count,
  survivors: z.array(Survivor).max(TRIAL_LIMITS.survivors),
});
export type SymbolStrength = z.infer<typeof SymbolStrength>;

/** The strength of the suite: of each symbol whose tests were tried. */
export const Strength = z.strictObject({ symbols: z.array(SymbolStrength).max(TRIAL_LIMITS.entries) });
export type Strength = z.infer<typeof Strength>;

const ComparedFunction = z.strictObject({ symbol: Id, name: z.string().max(400) });

/** Functions that were run beside what they were, and what was found. */
export const Behaviour = z.strictObject({
  compared: z.array(ComparedFunction.extend({ inputs: Count })).max(TRIAL_LIMITS.entries),
  /** `intended`: the plan means to change the function, so this is news and no fault. */
  differences: z
    .array(ComparedFunction.extend({ intended: z.boolean(), recorded: z.boolean(), input: Text, was: Text, now: Text }))
    .max(TRIAL_LIMITS.differences),
  skipped: z.array(ComparedFunction.extend({ reason: Text })).max(TRIAL_LIMITS.entries),
});
export type Behaviour = z.infer<typeof Behaviour>;

/** A symbol counts as untested when at least two faults were planted in it and its tests noticed none. */
export function isUntested({ planted, noticed }: SymbolStrength): boolean {
  return planted >= 2 && noticed === 0;
}

/** Faults planted and noticed, summed up. */
export interface StrengthSum {
  readonly planted: number;
  readonly noticed: number;
}

export function sumStrength({ symbols }: Strength): { planted: number; noticed: number } {
  return symbols.reduce((sum, one) => ({ planted: sum.planted + one.planted, noticed: sum.noticed + one.noticed }), {
    planted: 0,
    noticed: 0,
  });
}

/** Two sums together; none is nothing. */
export function addStrength(
  left: StrengthSum | undefined,
  right: StrengthSum | undefined,
): { planted: number; noticed: number } {
  return {
    planted: (left?.planted ?? 0) + (right?.planted ?? 0),
    noticed: (left?.noticed ?? 0) + (right?.noticed ?? 0),
  };
}

/** The trials of a job that made none. */
export const NO_TRIALS = {
  strength: { symbols: [] },
  behaviour: { compared: [], differences: [], skipped: [] },
  boundaries: [],
} satisfies { strength: Strength; behaviour: Behaviour; boundaries: never[] };
