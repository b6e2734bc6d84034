// What is seen of a function from inside while it runs: by which ways it goes, and a digest of the values on them. Two versions
// that differ inside, and not yet outside, are close to where they differ.

const MOST_FEATURES = 50_000;
const MOST_SEEN = 20_000;
const TEXT = 32;

let features = null;
let hash = 0;
let last = 0;
let count = 0;
let lasting = false;

/** Called by the watched versions for each value that their course hangs on; gives it back. */
export function see(place, value) {
  if (features === null || count > MOST_SEEN) return value;
  count += 1;
  const kind = kindOf(value);
  const feature = place * 64 + kind;
  if (features.size < MOST_FEATURES) {
    features.add(feature);
    features.add(-(((last * 31) ^ feature) >>> 0) - 1);
  }
  last = feature;
  hash = (Math.imul(hash, 31) + digest(value, kind)) | 0;
  return value;
}

/** Watches some work; answers what came of it. */
export function watch(seen, work) {
  if (lasting) return work();
  [features, hash, last, count] = [seen, 0, 0, 0];
  try {
    return work();
  } finally {
    features = null;
  }
}

/** Watches until it is told otherwise, over work that goes on later. */
export function watchOn(seen) {
  [features, hash, last, count] = [seen, 0, 0, 0];
  lasting = true;
}

export function unwatch() {
  lasting = false;
  features = null;
}

/** For work that was ended without notice. */
export function forget() {
  features = null;
}

/** The digest of what was watched last. */
export const lastSeen = () => hash;

function kindOf(value) {
  switch (typeof value) {
    case 'boolean':
      return value ? 1 : 2;
    case 'undefined':
      return 3;
    case 'number':
      return Number.isNaN(value) ? 5 : value < 0 ? 6 : value < 8 ? 7 + Math.floor(value) : value < 64 ? 15 : 16;
    case 'string':
      return 20 + Math.min(12, value.length < 6 ? value.length : 4 + Math.ceil(Math.log2(value.length)));
    case 'function':
      return 40;
    case 'object':
      return value === null ? 4 : Array.isArray(value) ? 42 + Math.min(8, value.length) : 41;
    default:
      return 60;
  }
}

function digest(value, kind) {
  if (typeof value === 'number') return kind + Math.imul(value | 0, 7919);
  if (typeof value !== 'string') return kind;
  let sum = kind + value.length;
  for (let at = Math.max(0, value.length - TEXT); at < value.length; at += 1)
    sum = (Math.imul(sum, 31) + value.charCodeAt(at)) | 0;
  return sum;
}
