/** Runs tasks of the same name one after the other; others at once. */
export function createOnceAtATime(): <T>(name: string, task: () => Promise<T>) => Promise<T> {
  const last = new Map<string, Promise<unknown>>();
  return (name, task) => {
    const before = last.get(name) ?? Promise.resolve();
    // The one before may have failed; that is told to its own caller.
    const mine = before.then(task, task);
    last.set(name, mine);
    const forget = (): void => {
      if (last.get(name) === mine) last.delete(name);
    };
    void mine.then(forget, forget);
    return mine;
  };
}
