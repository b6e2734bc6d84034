import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';

const Outcomes = z.record(z.string(), z.array(z.string()));

/** What came of each thing that was measured, by its name. */
export type Keep = (name: string, measure: () => Promise<readonly string[]>) => Promise<readonly string[]>;

/**
 * Outcomes of one part of a measurement, kept in a file of that part and library: a measurement can be ended and go on, and
 * a part is measured again when its file is taken away. `folder` null: nothing is kept.
 */
export function openKeptOutcomes(folder: string | null, library: string, part: string): Keep {
  if (folder === null) return (_name, measure) => measure();
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `${basename(library)}.${part}.json`);
  const known = existsSync(path) ? Outcomes.parse(JSON.parse(readFileSync(path, 'utf8'))) : {};
  return async (name, measure) => {
    const outcome = known[name] ?? [...(await measure())];
    known[name] = outcome;
    writeFileSync(path, JSON.stringify(known));
    return outcome;
  };
}
