import { describe, expect, it } from 'vitest';
import { createOnceAtATime } from '#adapters/github/once-at-a-time.ts';
import { createRecentCache } from '#adapters/github/recent-cache.ts';

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

describe('createRecentCache', () => {
  it('drops what was not used for longest when it gets too heavy', () => {
    const cache = createRecentCache<string>(5, (text) => text.length);
    cache.set('a', '12');
    cache.set('b', '12');
    expect(cache.get('a')).toBe('12');
    cache.set('c', '12');
    expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['12', undefined, '12']);
    cache.set('a', '123456');
    expect(cache.get('a')).toBeUndefined();
  });
});
