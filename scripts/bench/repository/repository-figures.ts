import { z } from 'zod';

/** What a process of `npm run bench -- repository` is asked: the graph of files, or only their atoms. */
export const RepositoryRequest = z.object({
  kind: z.enum(['graph', 'atomize']),
  workers: z.number(),
  files: z.array(z.string()),
});
export type RepositoryRequest = z.infer<typeof RepositoryRequest>;

/** What it says: milliseconds, megabytes, counts. `cpu`: of all threads, the start of the process included. */
export const RepositoryFigures = z.object({
  files: z.number(),
  all: z.number(),
  reading: z.number(),
  cpu: z.number(),
  peak: z.number(),
  nodes: z.number(),
  edges: z.number(),
});
export type RepositoryFigures = z.infer<typeof RepositoryFigures>;
