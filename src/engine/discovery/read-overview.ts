import { overviewPaths, projectOverview } from '#domain/prompt/project-overview.ts';
import type { Repository } from '#domain/run/repository.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

/** What stands on the default branch today, for a prompt. */
export async function readOverview(sourceTree: SourceTree, repository: Repository): Promise<string> {
  const head = await sourceTree.headOf(repository, repository.defaultBranch, 'lately');
  if (head === null) return projectOverview([], new Map());
  const paths = (await sourceTree.list(repository, head)).map((entry) => entry.path);
  return projectOverview(paths, await sourceTree.read(repository, head, overviewPaths(paths)));
}
