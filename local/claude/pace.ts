/** Milliseconds to wait: before the first word, and before each piece after it. */
export interface Delay {
  readonly first: number;
  readonly piece: number;
}

export type Pace = (outputTokens: number) => Delay;

/** Hardly any waiting, but never none: answers still overtake each other. */
export const quickPace: Pace = () => ({ first: 5, piece: 0 });

const TOKENS_PER_PIECE = 70;

/**
 * Waits about like a real model, `factor` times as fast: a log-normal time to the first word, then pieces at a log-normal
 * speed around 80 tokens a second. The same seed gives the same delays.
 */
export function createLivePace(factor: number, seed = 7): Pace {
  const random = createRandom(seed);
  return () => {
    const first = logNormal(random, 900, 0.5);
    const speed = logNormal(random, 80, 0.25);
    return { first: first / factor, piece: ((TOKENS_PER_PIECE / speed) * 1000) / factor };
  };
}

function logNormal(random: () => number, median: number, spread: number): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return median * Math.exp(spread * normal);
}

/** Mulberry32: small, and good enough for delays. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
