import type { LineComment } from '#ports/github/pull-requests.ts';
import { diffRanges } from '#adapters/github/pull-requests/diff-ranges.ts';

export interface ChangedFile {
  readonly filename: string;
  readonly status: string;
  /** Left out by GitHub where it is very large, or the file is no text. */
  readonly patch?: string | undefined;
}

export interface PlacedComments {
  /** All their lines are shown in one hunk. */
  readonly onLines: readonly LineComment[];
  /** The file changed, but not (or not visibly) on these lines. */
  readonly onFile: readonly LineComment[];
  /** The pull request does not touch the file: GitHub takes no comment on it. */
  readonly elsewhere: readonly LineComment[];
}

/** Sorts comments by where in a pull request they can stand. */
export function placeComments(comments: readonly LineComment[], files: readonly ChangedFile[]): PlacedComments {
  const changed = new Map(files.filter((file) => file.status !== 'removed').map((file) => [file.filename, file]));
  const place = (comment: LineComment): keyof PlacedComments => {
    const file = changed.get(comment.path);
    if (file === undefined) return 'elsewhere';
    const shown = diffRanges(file.patch ?? '').some(
      ({ start, end }) => start <= comment.startLine && comment.endLine <= end,
    );
    return shown ? 'onLines' : 'onFile';
  };
  const at = (wanted: keyof PlacedComments): LineComment[] => comments.filter((comment) => place(comment) === wanted);
  return { onLines: at('onLines'), onFile: at('onFile'), elsewhere: at('elsewhere') };
}
