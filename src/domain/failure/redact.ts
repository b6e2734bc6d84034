import { redactSecrets } from '#domain/failure/redact-secrets.ts';
import { cleanOutput } from '#domain/verdict/create-evidence.ts';

type Shape = readonly [RegExp, string];

/** Secrets by the word before them, beyond the shapes that {@link redactSecrets} knows. Order matters. */
const SECRETS: readonly Shape[] = [
  [/\b([a-z][a-z0-9+.-]*:\/\/)[^\s/@]+@/gi, '$1[redacted]@'],
  [
    /\b(authorization|x-api-key|cookie|password|passwd|secret|token|api[_-]?key)(["']?\s*[:=]\s*)(?:(?:bearer|basic|token)\s+)?["']?[^\s"',;}]+/gi,
    '$1$2[redacted]',
  ],
  [/\b(bearer|basic)\s+[\w.~+/=-]{8,}/gi, '$1 [redacted]'],
];

const PLACES: readonly Shape[] = [
  [/\bfile:\/\/\S+|(?<![\w.:/])\/(?:[\w.@+-]+\/)+[\w.@+-]*/g, '<path>'],
  [/\b[A-Z]:\\[^\s:]+/g, '<path>'],
];

function replaceAll(text: string, shapes: readonly Shape[]): string {
  return shapes.reduce((shown, [pattern, stand]) => shown.replace(pattern, stand), text);
}

/** A text fit for the operator's logs: whatever it is, no secrets and no control characters. */
export function hideSecrets(text: string): string {
  return replaceAll(redactSecrets(cleanOutput(text)), SECRETS);
}

/** A text fit to be shown on GitHub: no secrets, no places of the machine, at most `limit` characters. */
export function redact(text: string, limit = 2000): string {
  const clean = replaceAll(hideSecrets(text), PLACES);
  return clean.length > limit ? `${clean.slice(0, limit - 1)}…` : clean;
}
