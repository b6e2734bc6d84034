import { createHash } from 'node:crypto';
import type { BlobStore } from '#ports/blob-store.ts';
import type { Actions, CheckReport } from '#ports/github/actions.ts';
import type { Conversation } from '#ports/github/conversation.ts';
import type { LineComment, PullRequests } from '#ports/github/pull-requests.ts';
import type { CommitRequest, SourceTree } from '#ports/github/source-tree.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

/** Blobs in memory, addressed by SHA-256 as the real store does. */
export function memoryBlobs(): BlobStore {
  const texts = new Map<string, string>();
  return {
    put: (text) => {
      const hash = createHash('sha256').update(text).digest('hex');
      texts.set(hash, text);
      return Promise.resolve(hash);
    },
    get: (hash) => {
      const text = texts.get(hash);
      return text === undefined ? Promise.reject(new Error(`no blob ${hash}`)) : Promise.resolve(text);
    },
  };
}

export interface MemoryTree extends SourceTree {
  readonly commits: { sha: string; request: CommitRequest }[];
  readonly branches: Map<string, string>;
  files(commit: string): Record<string, string>;
  seed(branch: string, files: Record<string, string>): string;
}

/** Commits in memory; a SHA is a function of the request, as in git. */
export function memoryTree(): MemoryTree {
  const snapshots = new Map<string, Record<string, string>>();
  const branches = new Map<string, string>();
  const commits: MemoryTree['commits'] = [];
  const save = (files: Record<string, string>, seed: string): string => {
    const sha = createHash('sha1')
      .update(seed + JSON.stringify(files))
      .digest('hex');
    snapshots.set(sha, files);
    return sha;
  };
  const filesOf = (commit: string): Record<string, string> => snapshots.get(commit) ?? {};
  return {
    commits,
    branches,
    files: filesOf,
    seed(branch, files) {
      const sha = save(files, branch);
      branches.set(branch, sha);
      return sha;
    },
    headOf: (_, branch) => Promise.resolve(branches.get(branch) ?? null),
    list: (_, commit) =>
      Promise.resolve(
        Object.entries(filesOf(commit)).map(([path, text]) => ({
          path,
          sha: blobSha(text),
          size: text.length,
          mode: '100644',
        })),
      ),
    read: (_, commit, paths) =>
      Promise.resolve(new Map(Object.entries(filesOf(commit)).filter(([path]) => paths.includes(path)))),
    commit(_, request) {
      const files = { ...filesOf(request.parent ?? '') };
      for (const { path, text } of request.changes) {
        if (text === null) delete files[path];
        else files[path] = text;
      }
      const sha = save(files, (request.parent ?? '') + request.message + request.date.toISOString());
      commits.push({ sha, request });
      return Promise.resolve(sha);
    },
    moveBranch(_, branch, commit, expected, force = false) {
      const at = branches.get(branch) ?? null;
      if (at !== commit && at !== expected && !force) {
        return Promise.reject(new MgeError('moved', { code: 'branch-moved', retry: 'retry', nextStep: 'none' }));
      }
      branches.set(branch, commit);
      return Promise.resolve();
    },
  };
}

function blobSha(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex');
}

export interface RecordingActions extends Actions {
  readonly dispatched: { workflow: string; branch: string; headSha: string; key: string }[];
  readonly checks: (CheckReport & { headSha: string })[];
  /** What the next finished job left: results as JSON, or nothing. */
  finish(job: {
    id: number;
    key: string;
    headSha: string;
    status?: string;
    conclusion?: string;
    results: unknown;
  }): void;
}

export function recordingActions(): RecordingActions {
  const dispatched: RecordingActions['dispatched'] = [];
  const checks: (CheckReport & { headSha: string })[] = [];
  let finished: Parameters<RecordingActions['finish']>[0] | null = null;
  return {
    dispatched,
    checks,
    finish: (job) => {
      finished = job;
    },
    dispatch: (_, request) => {
      if (!dispatched.some((each) => each.key === request.key)) dispatched.push(request);
      return Promise.resolve();
    },
    find: (_, { headSha, key }) => {
      if (finished === null || finished.key !== key || finished.headSha !== headSha) return Promise.resolve(null);
      const { id, status = 'completed', conclusion = 'success' } = finished;
      return Promise.resolve({ id, key, headSha, status, conclusion, url: 'https://example.test/run' });
    },
    downloadResults: () =>
      finished === null || finished.results === undefined
        ? Promise.reject(new MgeError('no artifact', { code: 'results-invalid', retry: 'give-up', nextStep: 'none' }))
        : Promise.resolve(new TextEncoder().encode(JSON.stringify(finished.results))),
    readWorkflow: () => Promise.resolve(null),
    publishChecks: (_, headSha, reports) => {
      checks.push(...reports.map((report) => ({ ...report, headSha })));
      return Promise.resolve();
    },
  };
}

export interface RecordingConversation extends Conversation {
  readonly comments: Map<string, string>;
  readonly replies: { marker: string; body: string }[];
}

export function recordingConversation(): RecordingConversation {
  const comments = new Map<string, string>();
  const replies: RecordingConversation['replies'] = [];
  return {
    comments,
    replies,
    upsertComment: (_, number, marker, body) => {
      comments.set(`${number}:${marker}`, body);
      return Promise.resolve({ id: 1, body });
    },
    reply: (_, _place, marker, body) => {
      if (!replies.some((each) => each.marker === marker)) replies.push({ marker, body });
      return Promise.resolve({ id: 2, body });
    },
    react: () => Promise.resolve(),
    readComment: () => Promise.resolve(null),
    listHumanComments: () => Promise.resolve([]),
  };
}

export interface RecordingPullRequests extends PullRequests {
  readonly opened: Parameters<PullRequests['open']>[1][];
  readonly updates: { body?: string; ready?: boolean }[];
  readonly reviews: { marker: string; commit: string; body: string; comments: readonly LineComment[] }[];
  readonly resolved: number[];
}

export function recordingPullRequests(): RecordingPullRequests {
  const opened: RecordingPullRequests['opened'] = [];
  const updates: RecordingPullRequests['updates'] = [];
  const reviews: RecordingPullRequests['reviews'] = [];
  const resolved: number[] = [];
  return {
    opened,
    updates,
    reviews,
    resolved,
    open: (_, request) => {
      opened.push(request);
      return Promise.resolve(2);
    },
    update: (_, _number, change) => {
      updates.push(change);
      return Promise.resolve();
    },
    review: (_, _number, request) => {
      reviews.push(request);
      return Promise.resolve(
        new Map(request.comments.map((comment, index) => [comment.marker, 100 * reviews.length + index])),
      );
    },
    remarks: () => Promise.resolve([]),
    resolveThread: (_, _number, rootId) => {
      resolved.push(rootId);
      return Promise.resolve();
    },
  };
}
