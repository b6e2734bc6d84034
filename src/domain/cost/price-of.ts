import { findPrice, type PriceTable } from '#domain/cost/prices.ts';

/** Tokens of one call. `input` are those neither read from a cache nor written to one; `output` includes thinking. */
export interface TokenUse {
  readonly input: number;
  readonly output: number;
  readonly cacheRead: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
}

const MILLION = 1_000_000;

/** What a call cost, in US dollars, not rounded. */
export function priceOf(prices: PriceTable, model: string, use: TokenUse): number {
  const price = findPrice(prices, model);
  const dollars =
    use.input * price.input +
    use.output * price.output +
    use.cacheRead * price.cacheRead +
    use.cacheWrite5m * price.cacheWrite5m +
    use.cacheWrite1h * price.cacheWrite1h;
  return dollars / MILLION;
}
