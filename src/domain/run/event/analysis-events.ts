import { z } from 'zod';
import { AtomState, SymbolState } from '#domain/build/symbol-state.ts';

/** What came of taking drafts apart: of all of them, or of those that are there while others are still written. */
export const analysisEvents = [
  z.object({
    type: z.literal('project-analysed'),
    branch: z.string(),
    base: z.string(),
    files: z.record(z.string(), z.string()),
    dropped: z.record(z.string(), z.string().nullable()).optional(),
    analysis: z.string(),
    levels: z.array(z.array(z.string())),
    symbols: z.array(SymbolState),
    atoms: z.array(AtomState),
    part: z.number().optional().describe('as it was asked for'),
    tasks: z.array(z.string()).optional().describe('of the part: those that need nothing which is not there yet'),
    changed: z.array(z.string()).optional().describe('symbols with another text than in the part before'),
  }),
  z.object({ type: z.literal('part-not-ready'), part: z.number() }),
] as const;
