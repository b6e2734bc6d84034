import { z } from 'zod';

const Id = z.string().min(1).max(400);
const Offset = z.number().int().nonnegative();
const Path = z.string().min(1).max(1000);

/** A text that takes the place of `[start, end)` of a file; offsets are UTF-16 code units of the candidate commit. */
export const ManifestEdit = z.strictObject({ start: Offset, end: Offset, text: z.string().max(200_000) });
export type ManifestEdit = z.infer<typeof ManifestEdit>;

/** A fault to plant in a symbol, to see whether its tests notice. */
export const ManifestMutant = z.strictObject({
  symbol: Id,
  file: Path,
  kind: z.string().min(1).max(60),
  line: z.number().int().positive(),
  edit: ManifestEdit,
});
export type ManifestMutant = z.infer<typeof ManifestMutant>;

/**
 * A function that stood in the repository before: its versions are run side by side. `intended`: the plan means to change
 * what it does, so a difference is news for the reviewer and no fault.
 */
export const ManifestComparison = z.strictObject({
  symbol: Id,
  file: Path,
  name: z.string().min(1).max(400),
  /** What its overlay calls it: batches judge only some of the functions at a time. */
  key: z.string().min(1).max(40),
  intended: z.boolean(),
  previous: z.string().max(200_000),
  /** Where its present text stands, if the earlier one can take its place. */
  place: z.strictObject({ start: Offset, end: Offset }).nullable().default(null),
  overlay: ManifestEdit.nullable(),
  literals: z.array(z.union([z.string().max(100), z.number()])).max(200),
});
export type ManifestComparison = z.infer<typeof ManifestComparison>;
