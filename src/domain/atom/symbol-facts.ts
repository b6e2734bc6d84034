import { z } from 'zod';

/** Text that replaces `[start, end)` of a file so that a symbol throws instead of doing its work. */
export const Stub = z.object({ start: z.number().int(), end: z.number().int(), text: z.string() });
export type Stub = z.infer<typeof Stub>;

/**
 * A symbol: the unit of testing and of levels. `id` is dotted and unique in the project (`src.money.split.splitEqually`);
 * the module's own top-level code has the id of the file (`src.money.split`). `start` and `end` are offsets of the whole
 * definition, with its decorators and `export`. `stub` is null for what is always kept verbatim.
 */
export const SymbolFacts = z.object({
  id: z.string(),
  file: z.string(),
  kind: z.enum(['module', 'function', 'method', 'class', 'declaration']),
  name: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  signature: z.string(),
  exported: z.boolean(),
  returnTypeKnown: z.boolean(),
  stub: Stub.nullable(),
});
export type SymbolFacts = z.infer<typeof SymbolFacts>;
