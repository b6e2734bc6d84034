import { Requirements } from '#domain/discovery/requirements.ts';
import { findAttempts, ORDERS } from '#domain/prompt/find-attempts.ts';
import { overviewPaths } from '#domain/prompt/project-overview.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { chooseFiles } from '#engine/retrieval/choose-files.ts';
import { learnedPatterns } from '#engine/retrieval/learned-patterns.ts';
import { rankChunks } from '#engine/retrieval/rank-chunks.ts';
import { splitIntoChunks, type Outline } from '#engine/retrieval/split-into-chunks.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { PatternStore } from '#ports/pattern-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface RetrievePatternsDependencies {
  readonly sourceTree: SourceTree;
  readonly blobs: BlobStore;
  readonly patterns: PatternStore;
  /** The symbols of a file, from atomization. */
  readonly outline: Outline;
}

interface Found {
  readonly patterns: readonly Pattern[];
  readonly suspicious: readonly string[];
}

const NOTHING: Found = { patterns: [], suspicious: [] };
const MOST_FILES = 300;
const MOST_LEARNED = 500;
const LIMITS = { patterns: 12, perFile: 3, characters: 20_000 };

/**
 * Finds the code of the repository that the new code should look like. `patterns` of the event is the blob hash of a list
 * of `Pattern`, best first; empty for a new project, or when the settings switch the repository off as a source.
 */
export function createRetrievePatterns(deps: RetrievePatternsDependencies): Perform<'retrieve-patterns'> {
  return async (run) => {
    const found = run.settings.retrieval.sources.includes('repository') ? await search(deps, run) : NOTHING;
    const learned = run.settings.retrieval.sources.includes('runs') ? await recall(deps, run) : [];
    const patterns = await deps.blobs.put(JSON.stringify([...found.patterns, ...learned]));
    return { type: 'patterns-retrieved', patterns, suspicious: [...found.suspicious] };
  };
}

/** What reviews of earlier runs of this installation taught, and of no other one. */
async function recall({ patterns, blobs }: RetrievePatternsDependencies, run: Run): Promise<Pattern[]> {
  const learned = await patterns.of(run.repository.installationId, MOST_LEARNED);
  return learned.length === 0 ? [] : learnedPatterns(learned, await queriesOf(run, blobs));
}

async function search({ sourceTree, blobs, outline }: RetrievePatternsDependencies, run: Run): Promise<Found> {
  const { repository, settings } = run;
  const head = await sourceTree.headOf(repository, repository.defaultBranch, 'lately');
  if (head === null) return NOTHING;
  const queries = await queriesOf(run, blobs);
  const entries = await sourceTree.list(repository, head);
  const paths = chooseFiles(entries, queries.join('\n'), settings.languages, MOST_FILES);
  const telling = overviewPaths(entries.map((entry) => entry.path));
  if (paths.length + telling.length === 0) return NOTHING;
  const texts = await sourceTree.read(repository, head, [...new Set([...paths, ...telling])]);
  const code = [...texts].filter(([path]) => paths.includes(path));
  const chunks = await Promise.all(code.map(([path, text]) => splitIntoChunks({ path, text }, outline)));
  return { patterns: rankChunks(chunks.flat(), queries, LIMITS), suspicious: suspiciousFiles(texts) };
}

/** Files that a prompt may show and that address an AI: told to maintainers. In code, only plain words count as an attempt. */
function suspiciousFiles(texts: ReadonlyMap<string, string>): string[] {
  return [...texts].filter(([path, text]) => findAttempts(`${path}\n${text}`).includes(ORDERS)).map(([path]) => path);
}

/** The spec as a whole, then each requirement and each part of the domain model for itself. */
async function queriesOf(run: Run, blobs: BlobStore): Promise<string[]> {
  const whole = `${run.issue.title}\n${run.issue.body}`.slice(0, 8000);
  if (run.discovery.requirements === null) return [whole];
  const { requirements, contexts } = Requirements.parse(JSON.parse(await blobs.get(run.discovery.requirements)));
  const entities = contexts.flatMap((context) =>
    context.entities.map(({ name, description }) => `${name} ${description}`),
  );
  return [whole, ...requirements.map(({ text }) => text), ...entities];
}
