import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { priceOf } from '#domain/cost/price-of.ts';
import { findPrice, listPrices } from '#domain/cost/prices.ts';
import { inputTokensAtMost, worstCase } from '#domain/cost/worst-case.ts';

const nothing = { input: 0, output: 0, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 0 };

describe('the price of a call', () => {
  it('counts every kind of token at its own price', () => {
    const million = 1_000_000;
    expect(priceOf(listPrices, 'claude-sonnet-5-5', { ...nothing, input: million })).toBeCloseTo(2);
    expect(priceOf(listPrices, 'claude-sonnet-5-5', { ...nothing, output: million })).toBeCloseTo(10);
    expect(priceOf(listPrices, 'claude-opus-5-5', { ...nothing, cacheRead: million })).toBeCloseTo(0.2);
    expect(priceOf(listPrices, 'claude-opus-5-5', { ...nothing, cacheWrite5m: million })).toBeCloseTo(5);
    expect(priceOf(listPrices, 'claude-haiku-5-5', { ...nothing, cacheWrite1h: million })).toBeCloseTo(0.2);
  });

  it('knows dated names, and takes a stranger for the dearest', () => {
    expect(findPrice(listPrices, 'claude-sonnet-5-5-20261001').output).toBe(10);
    expect(findPrice(listPrices, 'somebody-elses-model').output).toBe(20);
  });

  it('counts scripts that take more tokens for a character', () => {
    expect(inputTokensAtMost('支払い'.repeat(100))).toBeGreaterThan(inputTokensAtMost('pay'.repeat(100)));
    expect(inputTokensAtMost('')).toBeGreaterThan(0);
  });

  it('never costs more than its worst case', () => {
    const part = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(part, part, part, part, part, (input, cacheRead, cacheWrite5m, cacheWrite1h, output) => {
        const prompt = 'x'.repeat((input + cacheRead + cacheWrite5m + cacheWrite1h) * 2.5);
        const worst = worstCase(listPrices, 'claude-opus-5-5', { prompt, maxTokens: output });
        const use = { input, output, cacheRead, cacheWrite5m, cacheWrite1h };
        expect(priceOf(listPrices, 'claude-opus-5-5', use)).toBeLessThanOrEqual(worst);
      }),
    );
  });
});
