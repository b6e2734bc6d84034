import { readGit, runGit } from '#local/github/git/run-git.ts';

export interface Signature {
  readonly name: string;
  readonly email: string;
  /** ISO 8601, UTC. */
  readonly date: string;
}

export interface CommitObject {
  readonly sha: string;
  readonly tree: string;
  readonly parents: readonly string[];
  readonly author: Signature;
  readonly committer: Signature;
  readonly message: string;
}

function writeSignature(signature: Signature): string {
  const clean = (text: string) => text.replace(/[<>\n]/g, '').trim();
  const seconds = Math.floor(Date.parse(signature.date) / 1000);
  return `${clean(signature.name)} <${clean(signature.email)}> ${seconds} +0000`;
}

/** Writes a commit; a function of its input alone, so that the same commit has the same SHA. */
export function writeCommit(gitDir: string, commit: Omit<CommitObject, 'sha'>): Promise<string> {
  const text = [
    `tree ${commit.tree}`,
    ...commit.parents.map((parent) => `parent ${parent}`),
    `author ${writeSignature(commit.author)}`,
    `committer ${writeSignature(commit.committer)}`,
    '',
    commit.message,
  ].join('\n');
  return readGit(gitDir, ['hash-object', '-t', 'commit', '-w', '--stdin'], { input: text });
}

const fieldSeparator = '\x1f';
const recordSeparator = '\x1e';
const format = `%H%x1f%T%x1f%P%x1f%an%x1f%ae%x1f%at%x1f%cn%x1f%ce%x1f%ct%x1f%B%x1e`;

function isoOf(seconds: string): string {
  return new Date(Number(seconds) * 1000).toISOString().replace('.000Z', 'Z');
}

function parseCommit(record: string): CommitObject {
  const [sha = '', tree = '', parents = '', an = '', ae = '', at = '0', cn = '', ce = '', ct = '0', message = ''] =
    record.replace(/^\n/, '').split(fieldSeparator);
  return {
    sha,
    tree,
    parents: parents === '' ? [] : parents.split(' '),
    author: { name: an, email: ae, date: isoOf(at) },
    committer: { name: cn, email: ce, date: isoOf(ct) },
    message: message.replace(/\n$/, ''),
  };
}

/** The commits that `git log` gives for these arguments, newest first. */
export async function readCommits(gitDir: string, args: readonly string[]): Promise<CommitObject[]> {
  const output = await runGit(gitDir, ['log', `--format=${format}`, ...args, '--']);
  return output
    .toString()
    .split(recordSeparator)
    .filter((record) => record.trim() !== '')
    .map(parseCommit);
}

/** One commit by its SHA (it must exist). */
export async function readCommit(gitDir: string, sha: string): Promise<CommitObject> {
  const [commit] = await readCommits(gitDir, ['-1', sha]);
  if (!commit) throw new Error(`no commit ${sha}`);
  return commit;
}
