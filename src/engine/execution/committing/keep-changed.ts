import type { SourceFile } from '#domain/atom/source-file.ts';
import type { Repository } from '#domain/run/repository.ts';
import { gitBlobSha } from '#engine/execution/committing/git-blob-sha.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

/** The files whose text is another than at a commit. One request, whatever the number of files. */
export async function keepChanged(
  tree: SourceTree,
  repository: Repository,
  commit: string,
  files: readonly SourceFile[],
): Promise<SourceFile[]> {
  const shas = new Map((await tree.list(repository, commit)).map((entry) => [entry.path, entry.sha]));
  const own = await Promise.all(files.map(async (file) => ({ file, sha: await gitBlobSha(file.text) })));
  return own.filter(({ file, sha }) => shas.get(file.path) !== sha).map(({ file }) => file);
}
