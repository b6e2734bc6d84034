/** What MGE asks for, as the first line of its last block says. */
export interface RequestLine {
  readonly stage: string;
  readonly subject: string;
  readonly attempt: number;
}

/** Reads `MGE request: stage=… subject=… attempt=…` at the very start of a text; null when it is not there. */
export function readRequestLine(text: string): RequestLine | null {
  const match = /^MGE request: stage=(\S+) subject=(\S*) attempt=(\d+)[ \t]*(?:\r?\n|$)/u.exec(text);
  if (match === null) return null;
  const [, stage = '', subject = '', attempt = ''] = match;
  return { stage, subject, attempt: Number(attempt) };
}
