/**
 * The first line of the last block of every prompt: says which call this is, so that a log, a ledger or a scripted model
 * can tell. `subject` is a round, revision, task or symbol id of MGE's own making.
 */
export function requestLine(stage: string, subject: string, attempt: number): string {
  return `MGE request: stage=${stage} subject=${subject.replace(/\s+/gu, '-')} attempt=${attempt}`;
}
