import { z } from 'zod';

/** A language that MGE can take apart. TSX stands for TypeScript with JSX; JavaScript includes JSX. */
export const Language = z.enum(['python', 'typescript', 'tsx', 'javascript', 'go']);
export type Language = z.infer<typeof Language>;

/** The part of a path that names the language: `.ts` of `src/a.test.ts`, lower case, '' when there is none. */
export function extensionOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const dot = name.lastIndexOf('.');
  return dot > 0 ? name.slice(dot).toLowerCase() : '';
}
