/** What a secret is replaced by. */
const REDACTED = '[redacted]';

/** Shapes that are secrets wherever they stand. */
const SECRETS: readonly RegExp[] = [
  // Private keys, complete or cut off.
  /-----BEGIN [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----[\s\S]*?(?:-----END [A-Z0-9 ]*PRIVATE KEY(?: BLOCK)?-----|$)/g,
  // GitHub, old and new, and fine-grained.
  /\bgh[pousr]_[A-Za-z0-9_.-]{16,}/g,
  /\bgithub_pat_[A-Za-z0-9_]{20,}/g,
  // Installation tokens of the first generation.
  /\bv1\.[0-9a-f]{40}\b/g,
  // Anthropic, OpenAI, Voyage, Stripe, npm, Slack, GitLab, Google, Hugging Face, SendGrid.
  /\bsk-(?:(?:ant|proj|svcacct)-[A-Za-z0-9_-]{16,}|[A-Za-z0-9]{20,})/g,
  /\bpa-[A-Za-z0-9_]{40,}/g,
  /\b[srp]k_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /\bnpm_[A-Za-z0-9]{36}\b/g,
  /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g,
  /\bglpat-[A-Za-z0-9_-]{20,}/g,
  /\bAIza[A-Za-z0-9_-]{35}/g,
  /\bhf_[A-Za-z0-9]{30,}/g,
  /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g,
  // AWS key ids.
  /\b(?:AKIA|ASIA|AROA|AIDA)[A-Z0-9]{16}\b/g,
  // JSON web tokens.
  /\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]*/g,
];

/** Secrets that are known by the words before them, which stay. */
const NAMED_SECRETS: readonly RegExp[] = [
  /\b(aws_secret_access_key\s*["']?\s*[=:]\s*["']?)[A-Za-z0-9/+=]{40}/gi,
  /\b(authorization\s*["']?\s*[=:]\s*["']?(?:bearer|basic|token)\s+)[A-Za-z0-9._~+/=-]{8,}/gi,
  /\b((?:https?|ftp|postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?):\/\/[^\s:/@]*:)[^\s/@]+(?=@)/gi,
  /\b(x-access-token:)[^\s@]+/gi,
];

/**
 * Takes secrets out of a text of any length that people will read, and leaves everything else, code and paths included, as
 * it is: tokens, keys, private keys, passwords in addresses. `known` are secrets of this installation, taken out wherever
 * they stand. Doing it twice is doing it once.
 */
export function redactSecrets(text: string, known: readonly string[] = []): string {
  const withoutKnown = known
    .filter((secret) => secret.length >= 8)
    .reduce((result, secret) => result.replaceAll(secret, REDACTED), text);
  const withoutShapes = SECRETS.reduce((result, shape) => result.replace(shape, REDACTED), withoutKnown);
  return NAMED_SECRETS.reduce((result, shape) => result.replace(shape, `$1${REDACTED}`), withoutShapes);
}
