import { createRequire } from 'node:module';
import { z } from 'zod';

const Examples = z.array(z.object({ name: z.string(), examples: z.array(z.record(z.string(), z.unknown())) }));

export interface GitHubExample {
  readonly name: string;
  readonly payload: Record<string, unknown>;
}

/** GitHub's published example payloads, of every event. Older than today's schema in places: seeds, not truth. */
export function githubExamples(): GitHubExample[] {
  const all = Examples.parse(createRequire(import.meta.url)('@octokit/webhooks-examples'));
  return all.flatMap(({ name, examples }) => examples.map((payload) => ({ name, payload })));
}
