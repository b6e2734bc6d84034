export interface CommitIdentity {
  readonly name: string;
  readonly email: string;
  readonly date: string;
}

/** Who commits, and when. Fixed by the request alone, so that the same request always makes the same commit. */
export function commitIdentity(date: Date): CommitIdentity {
  // Git counts in seconds; milliseconds would be rounded by others in their own way.
  const wholeSeconds = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return { name: 'mge[bot]', email: 'mge[bot]@users.noreply.github.com', date: wholeSeconds };
}
