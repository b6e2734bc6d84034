import type { Pattern } from '#domain/prompt/pattern.ts';
import { rankChunks } from '#engine/retrieval/rank-chunks.ts';
import type { Learned } from '#ports/pattern-store.ts';

const LIMITS = { patterns: 6, perFile: 2, characters: 8000 };

/** What reviews of earlier runs taught that fits the queries: pieces to imitate, and ones that were sent back, with the reason. */
export function learnedPatterns(learned: readonly Learned[], queries: readonly string[]): Pattern[] {
  if (learned.length === 0) return [];
  const chunks = learned.map(({ path, name, text, repository }, index) => ({
    id: `${index}`,
    path: `${repository}/${path}`,
    name,
    text,
  }));
  return rankChunks(chunks, queries, LIMITS).map((pattern) => {
    const source = learned.find(
      ({ repository, path, name, text }) =>
        `${repository}/${path}` === pattern.path && name === pattern.name && text === pattern.text,
    );
    return source?.outcome === 'regenerated' ? { ...pattern, sentBack: source.feedback } : pattern;
  });
}
