import { ZipRefusal } from '#adapters/github/zip/zip-refusal.ts';

/** Refuses an archive that does not hold what it must. */
export function demand(holds: boolean, otherwise: string): void {
  if (!holds) throw new ZipRefusal(otherwise);
}
