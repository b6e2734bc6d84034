import { RESULTS_LIMITS, type Evidence } from '#domain/verdict/results.ts';
import { digest, stableMessage } from '#domain/verdict/stable-message.ts';

export interface EvidenceFacts {
  readonly check: string;
  readonly message: string;
  readonly file?: string | null;
  readonly line?: number | null;
  readonly detail?: string;
}

const TERMINAL_CODES =
  // oxlint-disable-next-line no-control-regex -- these are what is taken out
  /\u001B(?:\[[0-?]*[ -/]*[@-~]|\][^\u0007]*(?:\u0007|\u001B\\)|.)|[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g;
// Bidirectional overrides and invisible characters could make evidence read as something else.
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/g;
// Not only at the beginning of a word: a source line may show `\nghp_…`, the line's end written out.
const SECRETS =
  /(?:gh[pousr]_\w{20,}|github_pat_\w{20,}|sk-ant-[\w-]{10,}|npm_\w{30,}|AKIA[0-9A-Z]{16}|xox[abp]-[\w-]{10,}|eyJ[\w-]{18,}\.[\w-]{10,}\.[\w-]{10,}|-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$))/g;

/** Text of an untrusted process made fit to show: no terminal codes, invisible characters, or shapes of secrets. */
export function cleanOutput(text: string): string {
  return text.replace(TERMINAL_CODES, '').replace(INVISIBLE, '').replace(SECRETS, '[redacted]');
}

/** `text` cut to `limit` characters, the middle left out, never inside a surrogate pair. */
export function cutMiddle(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const mark = '\n[…]\n';
  const half = Math.floor((limit - mark.length) / 2);
  return `${text.slice(0, half)}${mark}${text.slice(text.length - half)}`.replace(
    /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g,
    '',
  );
}

/** Evidence of one failure, trimmed and redacted; the fingerprint covers the check, the file and the stable message. */
export function createEvidence(facts: EvidenceFacts): Evidence {
  const message = cutMiddle(cleanOutput(facts.message).trim(), RESULTS_LIMITS.message);
  const file = facts.file?.slice(0, 1000) ?? null;
  return {
    check: facts.check,
    message,
    file,
    line: facts.line ?? null,
    detail: cutMiddle(cleanOutput(facts.detail ?? '').trim(), RESULTS_LIMITS.detail),
    fingerprint: digest(`${facts.check}\n${file ?? ''}\n${stableMessage(message)}`),
  };
}
