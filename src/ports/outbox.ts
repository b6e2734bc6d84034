import type { Effect } from '#domain/run/effect.ts';
import type { RunEvent } from '#domain/run/event.ts';

export interface OutboxEntry {
  readonly runId: string;
  readonly effect: Effect;
  /** How many tries were used up. */
  readonly tries: number;
  /** Not to be performed before this time; null: at once. */
  readonly notBefore: Date | null;
}

/** An entry as it is about to be performed, with what is known of its like: unfinished effects of the same run and type. */
export interface FoundEntry extends OutboxEntry {
  /** An older one may be under way: it is not put off until later. */
  readonly olderWaits: boolean;
  readonly newerWaits: boolean;
}

export interface Postponement {
  readonly until: Date;
  /** Whether a try was used up; waiting for a given time uses none up. */
  readonly counts: boolean;
}

/** Effects that a transition ordered and that have not been performed. An effect's key is in it once, ever. */
export interface Outbox {
  /** Unfinished entries, oldest first: those not handed to the queue yet, or those that were (a lost queue is told again). */
  pending(query: {
    readonly relayed: boolean;
    readonly limit: number;
    readonly runId?: string;
  }): Promise<OutboxEntry[]>;
  markRelayed(keys: readonly string[]): Promise<void>;
  /** The entry of a key, or null when it is settled or unknown. */
  find(key: string): Promise<FoundEntry | null>;
  /**
   * Saves what came of an effect as the event `<key>/done` and settles its entry, in one transaction. Once per key:
   * `duplicate` when it was settled before, and nothing changes.
   */
  settle(key: string, event: RunEvent): Promise<'saved' | 'duplicate'>;
  /** Puts an effect off. */
  postpone(key: string, postponement: Postponement): Promise<void>;
}
