/** So much text is compared at once, which is faster than character by character. */
const stretch = 512;

/** How long two texts are the same at their heads. */
export function commonHead(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let length = 0;
  while (length + stretch <= most && after.startsWith(before.slice(length, length + stretch), length))
    length += stretch;
  while (length < most && before.charCodeAt(length) === after.charCodeAt(length)) length += 1;
  return length;
}

/** How long the texts are the same at their ends, beside the part at their heads. */
export function commonTail(before: string, after: string, head: number): number {
  const most = Math.min(before.length, after.length) - head;
  let from = before.length;
  let to = after.length;
  const last = before.length - most;
  while (from - stretch >= last && after.startsWith(before.slice(from - stretch, from), to - stretch)) {
    from -= stretch;
    to -= stretch;
  }
  while (from > last && before.charCodeAt(from - 1) === after.charCodeAt(to - 1)) {
    from -= 1;
    to -= 1;
  }
  return before.length - from;
}
