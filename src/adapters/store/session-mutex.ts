/** How long the holders may follow each other before what else waits in this process gets its turn, in milliseconds. */
const LONGEST_STRETCH_MS = 2;

/**
 * One holder at a time: first come, first served, but who is urgent goes before the others. The session answers without ever
 * waiting for anything, so the process is let at its sockets and timers now and then between two holders.
 */
export class SessionMutex {
  private readonly urgent: (() => void)[] = [];
  private readonly waiting: (() => void)[] = [];
  private held = false;
  private stretchBegan = 0;

  /** Waits for its turn; the answer ends it. */
  async acquire(urgent = false): Promise<() => void> {
    if (this.held) await new Promise<void>((resolve) => void (urgent ? this.urgent : this.waiting).push(resolve));
    this.held = true;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.handOver();
    };
  }

  async exclusively<T>(work: () => Promise<T>, urgent = false): Promise<T> {
    const release = await this.acquire(urgent);
    try {
      return await work();
    } finally {
      release();
    }
  }

  /** The next holder's turn begins at once, or when the process has looked at what else there is. */
  private handOver(): void {
    const now = performance.now();
    if (now - this.stretchBegan < LONGEST_STRETCH_MS) return this.next();
    setImmediate(() => {
      this.stretchBegan = performance.now();
      this.next();
    });
  }

  private next(): void {
    const first = this.urgent.shift() ?? this.waiting.shift();
    if (first === undefined) this.held = false;
    else first();
  }
}
