import { redactSecrets } from '#domain/failure/redact-secrets.ts';
import { clipBody, LONGEST_BODY } from '#adapters/github/comments/clip-body.ts';

/** The hidden first line by which MGE finds a text of its own again. A pointer, never trusted state. */
export function markerLine(marker: string): string {
  return `<!-- mge:${marker.replace(/--+/g, '-').replace(/[<>\s]/g, '_')} -->`;
}

/** A text as it may be posted: marked, without secrets, no longer than GitHub takes. */
export function markedBody(marker: string, body: string): string {
  const head = `${markerLine(marker)}\n`;
  return `${head}${postableText(body, LONGEST_BODY - head.length)}`;
}

/** A text without a marker as it may be posted. */
export function postableText(body: string, limit: number = LONGEST_BODY): string {
  return clipBody(redactSecrets(body), limit);
}

export function isMarked(body: string | null | undefined, marker: string): boolean {
  return body?.startsWith(markerLine(marker)) === true;
}
