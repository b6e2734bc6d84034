import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { gitEnvironment } from '#local/github/git/run-git.ts';

export interface GitObject {
  readonly sha: string;
  readonly type: string;
  /** Bytes. */
  readonly size: number;
  readonly content: Buffer;
}

interface Waiting {
  readonly withContent: boolean;
  readonly resolve: (found: GitObject | null) => void;
  readonly reject: (cause: Error) => void;
}

const readers = new Map<string, ObjectReader>();

/**
 * Reads objects of one repository through one kept `git cat-file`: starting git for every request of a run would take longer
 * than all the rest of the server. It sees refs and objects as they are at each question.
 */
export class ObjectReader {
  readonly #child: ChildProcessWithoutNullStreams;
  readonly #waiting: Waiting[] = [];
  #received: Buffer = Buffer.alloc(0);

  private constructor(gitDir: string) {
    this.#child = spawn('git', ['--git-dir', gitDir, 'cat-file', '--batch-command'], {
      env: { PATH: process.env['PATH'], HOME: process.env['HOME'], ...gitEnvironment },
    });
    // It ends with its standard input; nobody waits for it.
    this.#child.unref();
    this.#child.stdout.on('data', (chunk: Buffer) => this.#take(chunk));
    this.#child.stderr.resume();
    this.#child.stdin.on('error', () => undefined);
    const gone = (): void => {
      if (readers.get(gitDir) === this) readers.delete(gitDir);
      for (const each of this.#waiting.splice(0)) each.reject(new Error(`git cat-file of ${gitDir} ended`));
    };
    this.#child.once('error', gone).once('close', gone);
  }

  static of(gitDir: string): ObjectReader {
    const kept = readers.get(gitDir) ?? new ObjectReader(gitDir);
    readers.set(gitDir, kept);
    return kept;
  }

  /** Ends the readers of all repositories below a folder. */
  static closeBelow(folder: string): void {
    for (const [gitDir, reader] of readers) if (gitDir.startsWith(folder)) reader.#child.stdin.end();
  }

  /** The object of this name (a SHA, a ref, `<revision>:<path>`, `<name>^{type}`), or null. */
  read(name: string): Promise<GitObject | null> {
    return this.#ask('contents', name);
  }

  /** Its SHA, type and size alone; `content` is empty. */
  find(name: string): Promise<GitObject | null> {
    return this.#ask('info', name);
  }

  #ask(command: 'contents' | 'info', name: string): Promise<GitObject | null> {
    if (name === '' || /[\n\0]/u.test(name)) return Promise.resolve(null);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ withContent: command === 'contents', resolve, reject });
      this.#child.stdin.write(`${command} ${name}\n`);
    });
  }

  #take(chunk: Buffer): void {
    this.#received = this.#received.length === 0 ? chunk : Buffer.concat([this.#received, chunk]);
    for (let next = this.#waiting[0]; next !== undefined && this.#answer(next); next = this.#waiting[0])
      this.#waiting.shift();
  }

  /** False while the answer has not come wholly. */
  #answer({ withContent, resolve }: Waiting): boolean {
    const lineEnd = this.#received.indexOf('\n');
    if (lineEnd < 0) return false;
    const [, sha, type, size] =
      /^([0-9a-f]{40}) (\w+) (\d+)$/.exec(this.#received.subarray(0, lineEnd).toString()) ?? [];
    const length = withContent && size !== undefined ? Number(size) + 1 : 0;
    const end = lineEnd + 1 + length;
    if (this.#received.length < end) return false;
    const content = Buffer.from(this.#received.subarray(lineEnd + 1, Math.max(lineEnd + 1, end - 1)));
    this.#received = this.#received.subarray(end);
    resolve(sha === undefined || type === undefined ? null : { sha, type, size: Number(size), content });
    return true;
  }
}
