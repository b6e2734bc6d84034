import type { Delivery } from '#local/github/webhooks/delivery.ts';

/** What a test may do to webhooks on their way. */
export interface DeliveryKnobs {
  /** Holds everything back until `resume`. */
  pause(): void;
  resume(): void;
  /** Loses the next `count` webhooks; they are kept for `redeliver`. */
  drop(count?: number): void;
  /** From now on, loses one in so many; 0 loses none. */
  loseOneIn(many: number): void;
  /** Sends the next webhook twice, under one GUID. */
  duplicate(count?: number): void;
  /** Mixes the order of what waits (hold it back with `pause` first). */
  shuffle(): void;
  /** Everything that was ever sent, or tried. */
  list(): readonly Delivery[];
  /** Sends again: those named, or all that failed or were dropped. */
  redeliver(ids?: readonly number[]): void;
  /** Resolves when nothing waits and nothing is on its way. */
  settled(): Promise<void>;
}
