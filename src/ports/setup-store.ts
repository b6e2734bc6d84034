import type { AskedSetup, RepositoryName, SetupOutcome } from '#domain/setup/repository-setup.ts';

/** The next repository of an installation to look at. */
export interface NextSetup {
  readonly asked: AskedSetup;
  /** Not to be looked at before: it was tried, and failed. Null: at once. */
  readonly notBefore: Date | null;
  /** When a pull request was last opened on this installation's behalf. */
  readonly lastOpenedAt: Date | null;
}

/** Repositories that MGE was installed on and has not looked at yet. They outlive the queue, whose jobs only point here. */
export interface SetupStore {
  /** Has repositories looked at; those that were looked at before are looked at again. */
  ask(installationId: number, repositories: readonly RepositoryName[]): Promise<void>;
  /** The one that waits longest; null when none does. */
  next(installationId: number): Promise<NextSetup | null>;
  /** `failed`: it was given up. */
  settle(asked: AskedSetup, outcome: SetupOutcome['kind'] | 'failed'): Promise<void>;
  /** Tried in vain: again at a time, after those that come before. */
  postpone(asked: AskedSetup, until: Date): Promise<void>;
  /** Installations with repositories that wait. */
  waiting(): Promise<number[]>;
}
