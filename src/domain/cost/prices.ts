/** US dollars per million tokens. Writing to the one-hour cache costs twice the input price on every model. */
export interface ModelPrice {
  readonly input: number;
  readonly output: number;
  readonly cacheWrite5m: number;
  readonly cacheWrite1h: number;
  readonly cacheRead: number;
}

/** What models cost, with the day on which somebody looked it up. */
export interface PriceTable {
  readonly asOf: string;
  readonly models: Readonly<Record<string, ModelPrice>>;
}

/** Anthropic's list prices; haiku's hold for prompts of up to 100k tokens. */
export const listPrices: PriceTable = {
  asOf: '2026-11-20',
  models: {
    'claude-opus-5-5': { input: 4, output: 20, cacheWrite5m: 5, cacheWrite1h: 8, cacheRead: 0.2 },
    'claude-sonnet-5-5': { input: 2, output: 10, cacheWrite5m: 2.5, cacheWrite1h: 4, cacheRead: 0.1 },
    'claude-haiku-5-5': { input: 0.1, output: 0.5, cacheWrite5m: 0.125, cacheWrite1h: 0.2, cacheRead: 0.01 },
  },
};

/** What the Message Batches API costs, as a share of the list price. */
export const batchShare = 0.5;

/**
 * The price of a model. A dated name (`claude-sonnet-5-5-20261001`) costs what its family does; a model that is not in
 * the table counts as the dearest one there, so that a cap is kept rather than missed.
 */
export function findPrice(prices: PriceTable, model: string): ModelPrice {
  const known = Object.entries(prices.models).find(([name]) => model === name || model.startsWith(`${name}-`));
  if (known !== undefined) return known[1];
  return Object.values(prices.models).reduce(dearest, NO_PRICE);
}

const NO_PRICE: ModelPrice = { input: 0, output: 0, cacheWrite5m: 0, cacheWrite1h: 0, cacheRead: 0 };

function dearest(left: ModelPrice, right: ModelPrice): ModelPrice {
  return right.output > left.output ? right : left;
}
