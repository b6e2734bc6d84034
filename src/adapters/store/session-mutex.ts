/** First come, first served: one holder at a time. */
export class SessionMutex {
  private tail: Promise<void> = Promise.resolve();

  /** Waits for its turn; the answer ends it. */
  acquire(): Promise<() => void> {
    const { promise: mine, resolve: release } = signal();
    const turn = this.tail.then(() => release);
    this.tail = this.tail.then(() => mine);
    return turn;
  }

  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const release = await this.acquire();
    try {
      return await work();
    } finally {
      release();
    }
  }
}

function signal(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => undefined;
  const promise = new Promise<void>((settle) => {
    resolve = settle;
  });
  return { promise, resolve };
}
