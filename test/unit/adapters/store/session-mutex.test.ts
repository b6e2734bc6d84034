import { setImmediate as nextRound } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { SessionMutex } from '#adapters/store/session-mutex.ts';

describe('the turns of the embedded database', () => {
  it('come one at a time, in the order of asking, and who is urgent goes before those that wait', async () => {
    const mutex = new SessionMutex();
    const order: string[] = [];
    let inside = 0;
    const use = (name: string, urgent: boolean): Promise<void> =>
      mutex.exclusively(async () => {
        inside += 1;
        expect(inside).toBe(1);
        await nextRound();
        order.push(name);
        inside -= 1;
      }, urgent);
    await Promise.all([use('first', false), use('second', false), use('third', false), use('webhook', true)]);
    expect(order).toEqual(['first', 'webhook', 'second', 'third']);
  });

  it('are given on when a holder fails, and ended once however often that is said', async () => {
    const mutex = new SessionMutex();
    await expect(mutex.exclusively(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
    const end = await mutex.acquire();
    const next = mutex.acquire();
    end();
    end();
    const endNext = await next;
    let reached = false;
    const last = mutex.exclusively(() => Promise.resolve(void (reached = true)));
    await nextRound();
    expect(reached).toBe(false);
    endNext();
    await last;
    expect(reached).toBe(true);
  });

  it('leave the process time for other things, however many follow each other', async () => {
    const mutex = new SessionMutex();
    let served = 0;
    const serve = (): void => {
      served += 1;
      if (served < 3) setImmediate(serve);
    };
    setImmediate(serve);
    // Work that never waits, until the process was let at its own things three times.
    let turns = 0;
    for (; served < 3 && turns < 1_000_000; turns += 1) await mutex.exclusively(() => Promise.resolve());
    expect(served).toBe(3);
  });
});
