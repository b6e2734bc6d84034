import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Fault } from '#scripts/bench/validation/faults/plant-faults.ts';

const Outcomes = z.record(z.string(), z.boolean());

/** Which faults a library's suite let through, kept in a file: a measurement can be ended and go on. */
export interface KeptOutcomes {
  /** Whether a fault survives, from the file where it is known. */
  survives(fault: Fault, measure: () => Promise<boolean>): Promise<boolean>;
}

/** `folder`: where the file of each library stands; null: nothing is kept. */
export function openKeptOutcomes(folder: string | null, library: string): KeptOutcomes {
  if (folder === null) return { survives: (_fault, measure) => measure() };
  const path = join(folder, `${basename(library)}.json`);
  const known = existsSync(path) ? Outcomes.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  return {
    async survives(fault, measure) {
      const key = `${fault.file} ${fault.start}-${fault.end} ${fault.text}`;
      const survives = known[key] ?? (await measure());
      known[key] = survives;
      writeFileSync(path, JSON.stringify(known));
      return survives;
    },
  };
}
