/** Keeps the most recently used entries, up to a total weight. */
export interface RecentCache<T> {
  get(key: string): T | undefined;
  set(key: string, value: T): void;
}

export function createRecentCache<T>(limit: number, weigh: (value: T) => number = () => 1): RecentCache<T> {
  const entries = new Map<string, T>();
  let weight = 0;

  function remove(key: string): void {
    const value = entries.get(key);
    if (value === undefined) return;
    entries.delete(key);
    weight -= weigh(value);
  }

  return {
    get(key) {
      const value = entries.get(key);
      if (value === undefined) return undefined;
      entries.delete(key);
      entries.set(key, value);
      return value;
    },
    set(key, value) {
      remove(key);
      entries.set(key, value);
      weight += weigh(value);
      for (const oldest of entries.keys()) {
        if (weight <= limit) return;
        remove(oldest);
      }
    },
  };
}
