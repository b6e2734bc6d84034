import { z } from 'zod';

/** A file as text. `path` is relative to the project's root, with forward slashes. */
export const SourceFile = z.object({ path: z.string(), text: z.string() });
export type SourceFile = z.infer<typeof SourceFile>;
