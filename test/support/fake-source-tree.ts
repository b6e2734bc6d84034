import { createHash } from 'node:crypto';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { CommitRequest, SourceTree } from '#ports/github/source-tree.ts';

type Files = Readonly<Record<string, string>>;

export interface FakeSourceTree extends SourceTree {
  /** Branch → files of its head. */
  files(branch: string): Files;
  readonly commits: CommitRequest[];
}

/** A repository in memory: branches that point to commits, which are functions of their request. */
export function createFakeSourceTree(branches: Readonly<Record<string, Files>>): FakeSourceTree {
  const trees = new Map<string, Files>();
  const heads = new Map<string, string>();
  const commits: CommitRequest[] = [];
  const store = (files: Files, salt: string) => {
    const sha = createHash('sha1')
      .update(JSON.stringify([files, salt]))
      .digest('hex');
    trees.set(sha, files);
    return sha;
  };
  for (const [branch, files] of Object.entries(branches)) heads.set(branch, store(files, branch));
  const treeOf = (commit: string) => trees.get(commit) ?? {};
  return {
    commits,
    files: (branch) => treeOf(heads.get(branch) ?? ''),
    headOf: async (_repository, branch) => heads.get(branch) ?? null,
    list: async (_repository, commit) =>
      Object.entries(treeOf(commit)).map(([path, text]) => ({ path, sha: path, size: text.length, mode: '100644' })),
    read: async (_repository, commit, paths) =>
      new Map(Object.entries(treeOf(commit)).filter(([path]) => paths.includes(path))),
    commit: async (_repository, request) => {
      commits.push(request);
      const next = new Map(Object.entries(treeOf(request.parent ?? '')));
      for (const { path, text } of request.changes) {
        if (text === null) next.delete(path);
        else next.set(path, text);
      }
      const sha = store(Object.fromEntries(next), `${request.parent}${request.message}${request.date.toISOString()}`);
      if (request.parent === null) heads.set('main', sha);
      return sha;
    },
    moveBranch: async (_repository, branch, commit, expected) => {
      const head = heads.get(branch) ?? null;
      if (head !== expected && head !== commit)
        throw new MgeError(`${branch} is at ${head}, not ${expected}`, {
          code: 'branch-moved',
          retry: 'ask-human',
          nextStep: '',
        });
      heads.set(branch, commit);
    },
  };
}
