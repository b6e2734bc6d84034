import { existsSync, readFileSync } from 'node:fs';

/** A text file; null when there is none. */
export function readIfThere(path: string): string | null {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** A JSON file; null when there is none, or when it is no JSON. */
export function readJsonIfThere(path: string): unknown {
  try {
    return JSON.parse(readIfThere(path) ?? 'null');
  } catch (cause) {
    if (cause instanceof SyntaxError) return null;
    throw cause;
  }
}
