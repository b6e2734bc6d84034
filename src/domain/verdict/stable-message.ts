/** What differs between two runs of the same failure, and what stands for it in a fingerprint. Order matters. */
const UNSTABLE: readonly (readonly [RegExp, string])[] = [
  [/\bfile:\/\/\S+|(?<![\w.])\/(?:[\w.@+-]+\/)+[\w.@+-]*/g, '<path>'],
  [/\b[A-Z]:\\[^\s:]+/g, '<path>'],
  [/\b0x[0-9a-f]+\b/gi, '<address>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi, '<uuid>'],
  [/\b\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?)?/g, '<time>'],
  [/\b\d{1,2}:\d{2}:\d{2}(?:\.\d+)?\b/g, '<time>'],
  [/\b\d+(?:\.\d+)?\s?(?:ms|milliseconds?|seconds?|secs?|s)\b/g, '<duration>'],
  [/\bpid \d+\b/gi, '<pid>'],
  [/:\d+:\d+\b/g, ':<place>'],
  [/\s+/g, ' '],
];

/** The text of a failure without what changes from run to run: times, paths, addresses, places. */
export function stableMessage(text: string): string {
  return UNSTABLE.reduce((stable, [pattern, stand]) => stable.replace(pattern, stand), text).trim();
}

/** A 64-bit FNV-1a digest of a text, as 16 hex digits. Not for security: it only tells texts apart. */
export function digest(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let index = 0; index < text.length; index += 1) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * 0x100000001b3n);
  }
  return hash.toString(16).padStart(16, '0');
}
