import { describe, expect, it } from 'vitest';
import { createOnceAtATime } from '#adapters/github/client/once-at-a-time.ts';

describe('createOnceAtATime', () => {
  it('keeps the order of one name, also after a failure, and does not hold up others', async () => {
    const once = createOnceAtATime();
    const seen: string[] = [];
    let open = (): void => undefined;
    const gate = new Promise<void>((resolve) => (open = resolve));
    const first = once('a', async () => {
      await gate;
      seen.push('first');
      throw new Error('broken');
    });
    const second = once('a', () => Promise.resolve(seen.push('second')));
    await once('b', () => Promise.resolve(seen.push('other')));
    expect(seen).toEqual(['other']);
    open();
    await expect(first).rejects.toThrow('broken');
    await second;
    expect(seen).toEqual(['other', 'first', 'second']);
  });
});
