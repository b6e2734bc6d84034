import { describe, expect, it } from 'vitest';
import { createGroupCommit } from '#adapters/store/group-commit.ts';

/** A table that is told when a write may end. */
function createTable() {
  const writes: (readonly string[])[] = [];
  const ends: (() => void)[] = [];
  const write = async (items: readonly string[]): Promise<string[]> => {
    writes.push(items);
    await new Promise<void>((resolve) => void ends.push(resolve));
    if (items.some((item) => item.startsWith('bad'))) throw new Error('refused');
    return items.map((item) => `${item} saved`);
  };
  return { writes, write, end: () => ends.shift()?.() };
}

describe('items that wait are written together', () => {
  it('in the order in which they came, and each hears of its own', async () => {
    const table = createTable();
    const save = createGroupCommit(table.write);
    const first = save('a');
    const others = [save('b'), save('c')];
    table.end();
    expect(await first).toBe('a saved');
    await Promise.resolve();
    table.end();
    expect(await Promise.all(others)).toEqual(['b saved', 'c saved']);
    expect(table.writes).toEqual([['a'], ['b', 'c']]);
  });

  it('and one that is refused spoils no other', async () => {
    const refuse = (items: readonly string[]): Promise<string[]> =>
      items.includes('bad')
        ? Promise.reject(new Error('refused'))
        : Promise.resolve(items.map((item) => `${item} saved`));
    const save = createGroupCommit(refuse);
    const outcomes = await Promise.allSettled([save('a'), save('bad'), save('c')]);
    expect(outcomes).toMatchObject([
      { value: 'a saved' },
      { status: 'rejected', reason: new Error('refused') },
      { value: 'c saved' },
    ]);
  });
});
