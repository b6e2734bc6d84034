import type { SourceFile } from '#domain/atom/source-file.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { appearanceOf, branchOverlays, type Standing } from '#domain/build/branch-stubs.ts';
import type { Build } from '#domain/build/build.ts';
import { overlayText } from '#domain/build/overlay-text.ts';
import type { Project } from '#domain/build/project.ts';
import type { Repository } from '#domain/run/repository.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface BranchFacts {
  readonly repository: Repository;
  readonly project: Project;
  readonly build: Build;
  readonly standing: Standing;
}

export interface RenderBranchDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly analyse: AnalyseSources;
}

export type RenderBranch = (facts: BranchFacts) => Promise<SourceFile[]>;

/**
 * The run's files as its branch should hold them: stubs for what is not to stand yet, the branch's own text for what is
 * being judged anew, and test files once all that they reach stands.
 */
export function createRenderBranch({ blobs, sourceTree, analyse }: RenderBranchDependencies): RenderBranch {
  async function readKept(facts: BranchFacts): Promise<Map<string, string>> {
    const { project, build, standing, repository } = facts;
    const kept = project.symbols.filter(
      (symbol) => appearanceOf(symbol, build.symbols[symbol.id], standing) === 'kept',
    );
    if (kept.length === 0) return new Map();
    const texts = await sourceTree.read(repository, build.head, [...new Set(kept.map((symbol) => symbol.file))]);
    const { fileAtoms } = await analyse([...texts].map(([path, text]) => ({ path, text })));
    return new Map(
      fileAtoms.flatMap((parts) =>
        parts.symbols.map(({ id, start, end }) => [id, (texts.get(parts.file) ?? '').slice(start, end)] as const),
      ),
    );
  }

  return async (facts) => {
    const kept = await readKept(facts);
    const waiting = waitingTests(facts);
    const files = await loadTexts(blobs, facts.build.files);
    return files
      .filter((file) => !waiting.has(file.path))
      .map(({ path, text }) => ({
        path,
        text: overlayText(
          text,
          branchOverlays(facts, path, (id) => kept.get(id)),
        ),
      }));
  };
}

/** Test files that reach a symbol of a level that does not stand yet, or of which nothing is known before the last level. */
function waitingTests({ project, build, standing }: BranchFacts): Set<string> {
  const levels = new Map(project.symbols.map((symbol) => [symbol.id, symbol.level]));
  const last = build.levels.length - 1;
  const levelOf = (symbols: readonly string[]): number =>
    symbols.length === 0 ? last : Math.max(...symbols.map((id) => levels.get(id) ?? 0));
  return new Set(project.tests.filter((test) => levelOf(test.symbols) >= standing.levels).map((test) => test.file));
}
