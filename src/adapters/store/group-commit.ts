interface Waiting<T, R> {
  readonly item: T;
  resolve(result: R): void;
  reject(error: unknown): void;
}

/** More than this in one statement gains nothing. */
const MOST_TOGETHER = 200;

/**
 * Writes items together: what comes while a write is under way waits for the next one, which takes all of it. `write` answers one
 * result for each item, in their order. When it throws, each item is written alone: one bad item spoils no other.
 */
export function createGroupCommit<T, R>(
  write: (items: readonly T[]) => Promise<readonly R[]>,
): (item: T) => Promise<R> {
  const waiting: Waiting<T, R>[] = [];
  let writing = false;

  async function settle(group: readonly Waiting<T, R>[]): Promise<void> {
    try {
      const results = await write(group.map(({ item }) => item));
      results.forEach((result, index) => group[index]?.resolve(result));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else await Promise.all(group.map((one) => settle([one])));
    }
  }

  async function writeAll(): Promise<void> {
    writing = true;
    while (waiting.length > 0) await settle(waiting.splice(0, MOST_TOGETHER));
    writing = false;
  }

  return (item) =>
    new Promise<R>((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      if (!writing) void writeAll();
    });
}
