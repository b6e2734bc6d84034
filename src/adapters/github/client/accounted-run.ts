import { AsyncLocalStorage } from 'node:async_hooks';

const current = new AsyncLocalStorage<string>();

/** Does some work whose requests are counted for a run. */
export function accountTo<T>(run: string, work: () => Promise<T>): Promise<T> {
  return current.run(run, work);
}

/** The run that the present work is done for; null for none. */
export function accountedRun(): string | null {
  return current.getStore() ?? null;
}
