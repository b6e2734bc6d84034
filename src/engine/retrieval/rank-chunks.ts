import MiniSearch from 'minisearch';
import type { Pattern } from '#domain/prompt/pattern.ts';
import type { Chunk } from '#engine/retrieval/split-into-chunks.ts';
import { tokenizeCode } from '#engine/retrieval/tokenize-code.ts';

export interface RankLimits {
  readonly patterns: number;
  readonly perFile: number;
  readonly characters: number;
}

/** Reciprocal rank fusion: how much the first places outweigh the later ones. */
const FUSION = 20;
const PER_QUERY = 12;

/**
 * The chunks that fit the queries best (BM25 over name, path and text; the ranks of all queries fused), best first, within
 * the limits. A score is relative to the best one's.
 */
export function rankChunks(chunks: readonly Chunk[], queries: readonly string[], limits: RankLimits): Pattern[] {
  const index = createIndex(chunks);
  const scores = new Map<string, number>();
  for (const query of queries) {
    index
      .search(query)
      .slice(0, PER_QUERY)
      .forEach(({ id }, rank) => scores.set(String(id), (scores.get(String(id)) ?? 0) + 1 / (FUSION + rank)));
  }
  const best = Math.max(...scores.values());
  const ranked = chunks
    .flatMap((chunk) => {
      const score = scores.get(chunk.id);
      return score === undefined
        ? []
        : [{ path: chunk.path, name: chunk.name, text: chunk.text, score: Math.round((score / best) * 1000) / 1000 }];
    })
    .sort((one, other) => other.score - one.score || (one.path < other.path ? -1 : one.path > other.path ? 1 : 0));
  return withinLimits(ranked, limits);
}

function createIndex(chunks: readonly Chunk[]): MiniSearch<Chunk> {
  const index = new MiniSearch<Chunk>({
    fields: ['name', 'path', 'text'],
    tokenize: (text) => tokenizeCode(text),
    processTerm: (term) => term,
    searchOptions: { boost: { name: 2, path: 0.7 }, bm25: { k: 1.2, b: 0.75, d: 0 }, combineWith: 'OR' },
  });
  index.addAll(chunks);
  return index;
}

function withinLimits(ranked: readonly Pattern[], limits: RankLimits): Pattern[] {
  const kept: Pattern[] = [];
  const files = new Map<string, number>();
  let characters = 0;
  for (const pattern of ranked) {
    const ofFile = files.get(pattern.path) ?? 0;
    const fits = characters + pattern.text.length <= limits.characters;
    const told = kept.some((each) => each.path === pattern.path && each.text.includes(pattern.text));
    if (kept.length >= limits.patterns || ofFile >= limits.perFile || !fits || told) continue;
    kept.push(pattern);
    files.set(pattern.path, ofFile + 1);
    characters += pattern.text.length;
  }
  return kept;
}
