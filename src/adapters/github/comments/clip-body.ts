/** What GitHub takes in one comment or body. */
export const LONGEST_BODY = 65_536;

const NOTE = '\n\n_Shortened: this text was longer than GitHub allows._';

/**
 * A text of at most `limit` characters: cut at the end of a line (of a paragraph, where one ends near), with open code
 * fences and `<details>` closed, and a note that says so.
 */
export function clipBody(body: string, limit: number = LONGEST_BODY): string {
  if (body.length <= limit) return body;
  // Room for the closing marks; deeper nesting than this is cut away with its text.
  const room = Math.max(0, limit - NOTE.length - 200);
  const kept = cutAtLine(body, room);
  return `${kept}${closingMarks(kept)}${NOTE}`.slice(0, limit);
}

function cutAtLine(body: string, room: number): string {
  const head = body.slice(0, room);
  const paragraph = head.lastIndexOf('\n\n');
  if (paragraph > room * 0.9) return head.slice(0, paragraph);
  const line = head.lastIndexOf('\n');
  if (line > room * 0.5) return head.slice(0, line);
  // One endless line: never between the halves of a surrogate pair.
  return /[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head;
}

function closingMarks(text: string): string {
  const fence = openFence(text);
  const opened = text.match(/<details\b/gi)?.length ?? 0;
  const closed = text.match(/<\/details>/gi)?.length ?? 0;
  const details = Math.min(10, Math.max(0, opened - closed));
  return `${fence === null ? '' : `\n${fence}`}${'\n</details>'.repeat(details)}`;
}

function openFence(text: string): string | null {
  let open: string | null = null;
  for (const line of text.split('\n')) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark === undefined) continue;
    if (open === null) open = mark.slice(0, 20);
    else if (mark.startsWith(open)) open = null;
  }
  return open;
}
