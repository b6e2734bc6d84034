import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCallGate, type CallGate } from '#adapters/claude/create-call-gate.ts';
import { createCallLimit } from '#adapters/claude/create-call-limit.ts';
import { MgeError, type FailureFacts } from '#domain/failure/mge-error.ts';
import { createManualClock } from '#test/support/manual-clock.ts';

const overloaded = (facts: Partial<FailureFacts> = {}): MgeError =>
  new MgeError('overloaded', { code: 'model-overloaded', retry: 'retry', nextStep: 'Wait.', ...facts });

function refusal(gate: CallGate): MgeError | null {
  try {
    gate.enter();
    return null;
  } catch (error) {
    if (error instanceof MgeError) return error;
    throw error;
  }
}

function fail(gate: CallGate, error: MgeError = overloaded()): unknown {
  gate.enter();
  return gate.failed(error);
}

describe('the circuit before the model service', () => {
  it('lets single failures be tried again, and opens when most calls of the last minute failed', () => {
    const clock = createManualClock();
    const gate = createCallGate({ clock });
    expect(fail(gate)).toMatchObject({ retry: 'retry' });
    expect(fail(gate)).toMatchObject({ retry: 'retry' });
    const until = new Date(clock.now().getTime() + 30_000);
    expect(fail(gate)).toMatchObject({ code: 'model-overloaded', retry: 'wait-until', until });
    expect(refusal(gate)).toMatchObject({ code: 'model-unavailable', retry: 'wait-until', until });
  });

  it('half-opens by itself: one call is let through, and its answer closes it', () => {
    const clock = createManualClock();
    const gate = createCallGate({ clock });
    for (let times = 0; times < 3; times += 1) fail(gate);
    clock.set(new Date(clock.now().getTime() + 30_000));
    expect(refusal(gate)).toBeNull();
    expect(refusal(gate)).toMatchObject({ retry: 'wait-until' });
    gate.answered(undefined);
    expect(refusal(gate)).toBeNull();
    expect(refusal(gate)).toBeNull();
  });

  it('waits twice as long after each call that fails again, up to five minutes, and gives up none', () => {
    const clock = createManualClock();
    const gate = createCallGate({ clock });
    for (let times = 0; times < 3; times += 1) fail(gate);
    clock.set(new Date(clock.now().getTime() + 30_000));
    for (const seconds of [60, 120, 240, 300, 300]) {
      const until = new Date(clock.now().getTime() + seconds * 1000);
      expect(fail(gate)).toMatchObject({ retry: 'wait-until', until });
      clock.set(until);
    }
  });

  it('stays closed while at least half of the calls are answered', () => {
    const clock = createManualClock();
    const gate = createCallGate({ clock });
    for (let times = 0; times < 50; times += 1) {
      gate.enter();
      gate.answered(undefined);
      expect(fail(gate)).toMatchObject({ retry: 'retry' });
    }
  });

  it('does not take a rejected request for a service that is away', () => {
    const gate = createCallGate({ clock: createManualClock() });
    const rejected = overloaded({ code: 'model-request-rejected', retry: 'ask-human' });
    for (let times = 0; times < 10; times += 1) expect(fail(gate, rejected)).toBe(rejected);
    expect(refusal(gate)).toBeNull();
  });
});

describe('the number of calls at a time', () => {
  it('takes 100 and more at once, shrinks once for refusals that come together, and grows with answers', () => {
    const clock = createManualClock();
    const limit = createCallLimit({ clock });
    for (let calls = 0; calls < 100; calls += 1) expect(limit.enter()).toBeNull();
    for (let calls = 0; calls < 40; calls += 1) limit.refused(null);
    expect(limit.places).toBe(70);
    for (let calls = 0; calls < 60; calls += 1) limit.answered(undefined);
    expect(limit.places).toBe(130);
  });

  it('begins no call until the time that the service asked for, or that its headers tell', () => {
    const clock = createManualClock();
    const limit = createCallLimit({ clock });
    const inAMinute = new Date(clock.now().getTime() + 60_000);
    limit.enter();
    limit.refused(inAMinute);
    expect(limit.enter()).toEqual(inAMinute);
    clock.set(inAMinute);
    expect(limit.enter()).toBeNull();
    const reset = new Date(clock.now().getTime() + 20_000);
    const left = { 'anthropic-ratelimit-output-tokens-remaining': '0' };
    limit.answered(new Headers({ ...left, 'anthropic-ratelimit-output-tokens-reset': reset.toISOString() }));
    expect(limit.enter()).toEqual(reset);
  });

  it('never has more calls under way than places, and always has one again, whatever happens', () => {
    const step = fc.constantFrom('enter', 'answered', 'refused', 'left', 'later');
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        const clock = createManualClock();
        const limit = createCallLimit({ clock });
        let underWay = 0;
        let mostOver = -Infinity;
        for (const each of steps) {
          if (each === 'later') clock.set(new Date(clock.now().getTime() + 7000));
          else if (each === 'enter') {
            const places = limit.places;
            if (limit.enter() === null) underWay += 1;
            else continue;
            mostOver = Math.max(mostOver, underWay - places);
          } else if (underWay > 0) {
            underWay -= 1;
            if (each === 'answered') limit.answered(undefined);
            else if (each === 'refused') limit.refused(null);
            else limit.left();
          }
        }
        expect(mostOver).toBeLessThanOrEqual(0);
        for (; underWay > 0; underWay -= 1) limit.left();
        expect(limit.enter()).toBeNull();
      }),
    );
  });
});
