import { ObjectReader } from '#local/github/git/object-reader.ts';
import { runGit } from '#local/github/git/run-git.ts';
import { writeObject } from '#local/github/git/write-object.ts';

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
  return writeObject(gitDir, 'commit', Buffer.from(text));
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
  const found = await ObjectReader.of(gitDir).read(`${sha}^{commit}`);
  if (found === null) throw new Error(`no commit ${sha}`);
  const text = found.content.toString();
  const end = text.indexOf('\n\n');
  const headers = text.slice(0, end).split('\n');
  const values = (name: string): string[] =>
    headers.filter((line) => line.startsWith(`${name} `)).map((line) => line.slice(name.length + 1));
  return {
    sha: found.sha,
    tree: values('tree')[0] ?? '',
    parents: values('parent'),
    author: parseSignature(values('author')[0]),
    committer: parseSignature(values('committer')[0]),
    message: text.slice(end + 2).replace(/\n$/, ''),
  };
}

function parseSignature(line = ''): Signature {
  const [, name = '', email = '', seconds = '0'] = /^(.*?) ?<(.*)> (\d+)/.exec(line) ?? [];
  return { name, email, date: isoOf(seconds) };
}
