import { ObjectReader } from '#local/github/git/object-reader.ts';
import { GitFailure, readGit, runGit } from '#local/github/git/run-git.ts';

export interface GitRef {
  /** Full name, such as `refs/heads/main`. */
  readonly name: string;
  readonly sha: string;
  readonly type: 'commit' | 'tag' | 'tree' | 'blob';
}

export const zeroSha = '0'.repeat(40);

function asObjectType(text: string | undefined): GitRef['type'] {
  return text === 'tag' || text === 'tree' || text === 'blob' ? text : 'commit';
}

/** All refs whose name is `prefix` or begins with it; all of them without a prefix. */
export async function listRefs(gitDir: string, prefix = ''): Promise<GitRef[]> {
  const lines = await readGit(gitDir, ['for-each-ref', '--format=%(refname) %(objectname) %(objecttype)']);
  return lines
    .split('\n')
    .filter((line) => line !== '' && line.startsWith(prefix))
    .map((line) => {
      const [name = '', sha = '', type] = line.split(' ');
      return { name, sha, type: asObjectType(type) };
    });
}

/** The full SHA that a ref, branch, tag or abbreviated SHA stands for, or null. */
export async function resolveSha(gitDir: string, name: string, kind = 'commit'): Promise<string | null> {
  const found = await ObjectReader.of(gitDir).find(`${name}^{${kind}}`);
  return found?.sha ?? null;
}

/** The ref of exactly this full name, or null. */
export async function findRef(gitDir: string, name: string): Promise<GitRef | null> {
  if (!name.startsWith('refs/')) return null;
  const found = await ObjectReader.of(gitDir).find(name);
  return found === null ? null : { name, sha: found.sha, type: asObjectType(found.type) };
}

/** Whether there is no commit on any branch. */
export async function isEmpty(gitDir: string): Promise<boolean> {
  return (await resolveSha(gitDir, 'HEAD')) === null && (await listRefs(gitDir)).length === 0;
}

/** Moves (or, from the zero SHA, creates) a ref; rejects with GitFailure when it moved meanwhile or the name is taken. */
export async function moveRef(gitDir: string, name: string, to: string, from: string): Promise<void> {
  await runGit(gitDir, ['update-ref', name, to, from]);
}

export async function removeRef(gitDir: string, name: string): Promise<void> {
  await runGit(gitDir, ['update-ref', '-d', name]);
}

export async function isAncestor(gitDir: string, ancestor: string, descendant: string): Promise<boolean> {
  try {
    await runGit(gitDir, ['merge-base', '--is-ancestor', ancestor, descendant]);
    return true;
  } catch (cause) {
    if (cause instanceof GitFailure && cause.exitCode === 1) return false;
    throw cause;
  }
}
