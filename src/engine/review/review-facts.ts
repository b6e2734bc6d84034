import type { Build } from '#domain/build/build.ts';
import { contractOf } from '#domain/build/contract-of.ts';
import type { Project } from '#domain/build/project.ts';
import { Draft } from '#domain/draft/draft.ts';
import type { BranchPlace } from '#domain/review/branch-place.ts';
import { confidenceOf } from '#domain/review/confidence.ts';
import type { Run } from '#domain/run/run.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';

/** Contracts by task, each draft read once. */
export async function readDrafts(run: Run, blobs: BlobStore): Promise<Map<string, Draft>> {
  const drafted = (run.plan?.tasks ?? []).flatMap(({ id, draft }) => (draft === null ? [] : [{ id, draft }]));
  return new Map(
    await Promise.all(
      drafted.map(async ({ id, draft }) => [id, Draft.parse(JSON.parse(await blobs.get(draft)))] as const),
    ),
  );
}

export interface ReviewSources {
  readonly run: Run;
  readonly build: Build;
  readonly project: Project;
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly onBranch: ReadonlyMap<string, BranchPlace>;
  readonly newest: ReadonlyMap<string, BranchPlace>;
}

/** The facts of a symbol; null when it does not stand on the branch any more (a person took it out). */
export function reviewFacts(sources: ReviewSources, id: string): ReviewFacts | null {
  const { run, build, project, drafts } = sources;
  const symbol = project.symbols.find((each) => each.id === id);
  const state = build.symbols[id];
  const branch = sources.onBranch.get(id);
  const atoms = Object.values(build.atoms).filter((atom) => atom.symbol === id);
  const atom = atoms.find((each) => each.root) ?? atoms[0];
  if (symbol === undefined || state === undefined || branch === undefined || atom === undefined) return null;
  const draft = drafts.get(symbol.task);
  const contract = draft === undefined ? null : contractOf(draft, symbol);
  const confidence = confidenceOf(state, atoms, run.settings.atoms);
  const lines = atoms.reduce((sum, each) => sum + each.loc, 0);
  const size = { lines, complexity: Math.max(...atoms.map((each) => each.complexity)) };
  const doubts = project.doubts[id] ?? [];
  return { symbol, state, atom, size, contract, confidence, doubts, branch, newest: sources.newest.get(id) ?? null };
}
