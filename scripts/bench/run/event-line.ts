import { createPriorityQueue } from '#domain/graph/priority-queue.ts';

/** Virtual time: what is to happen, in order. Nobody waits. */
export interface EventLine {
  /** Seconds since the start. */
  now(): number;
  after(seconds: number, act: () => void): void;
  /** Lets everything happen. */
  run(): void;
}

export function createEventLine(): EventLine {
  let now = 0;
  let count = 0;
  const coming = createPriorityQueue<{ at: number; order: number; act: () => void }>(
    (left, right) => left.at - right.at || left.order - right.order,
  );
  return {
    now: () => now,
    after(seconds, act) {
      count += 1;
      coming.push({ at: now + seconds, order: count, act });
    },
    run() {
      for (let next = coming.pop(); next !== undefined; next = coming.pop()) {
        now = next.at;
        next.act();
      }
    },
  };
}
