import { describe, expect, it } from 'vitest';
import { createBookCall } from '#adapters/claude/book-call.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { ModelCall } from '#ports/ledger.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const call: ModelCall = {
  requestHash: 'hash',
  run: 'acme/ledger#1',
  stage: 'drafting',
  subject: 'T1',
  attempt: 1,
  model: 'sonnet',
  response: 'text',
  stopReason: 'end_turn',
  tokens: { input: 1, output: 1, cacheRead: 0, cacheWrite: 0 },
  costUsd: 0.01,
};
const away = new MgeError('the database is away', { code: 'store-unavailable', retry: 'retry', nextStep: '' });

function ledgerThatFails(times: number, error: Error) {
  const booked: ModelCall[] = [];
  let left = times;
  const settle = (one: ModelCall): Promise<void> => {
    left -= 1;
    if (left >= 0) return Promise.reject(error);
    booked.push(one);
    return Promise.resolve();
  };
  return { booked, ledger: { settle } };
}

describe('an answer that was paid for', () => {
  it('arrives while the database is away, and is booked once when that is back', async () => {
    const { booked, ledger } = ledgerThatFails(5, away);
    const pauses: number[] = [];
    const pause = (milliseconds: number): Promise<void> => Promise.resolve(void pauses.push(milliseconds));
    await createBookCall({ ledger, telemetry: createSilentTelemetry(), pause })(call);
    expect(booked).toEqual([call]);
    expect(pauses).toEqual([250, 500, 1000, 2000, 4000]);
  });

  it('is not waited for without end', async () => {
    const { ledger } = ledgerThatFails(Infinity, away);
    let waited = 0;
    const pause = (milliseconds: number): Promise<void> => Promise.resolve(void (waited += milliseconds));
    await expect(createBookCall({ ledger, telemetry: createSilentTelemetry(), pause })(call)).rejects.toBe(away);
    expect(waited).toBeLessThan(11 * 60_000);
  });

  it('is told at once when it can never be booked', async () => {
    const broken = new MgeError('the table is gone', { code: 'internal', retry: 'give-up', nextStep: '' });
    const { ledger } = ledgerThatFails(1, broken);
    await expect(createBookCall({ ledger, telemetry: createSilentTelemetry() })(call)).rejects.toBe(broken);
  });
});
