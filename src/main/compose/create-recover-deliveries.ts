import type { Clock } from '#ports/clock.ts';
import type { Deliveries } from '#ports/github/deliveries.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** How far back the first look goes: MGE may have been down. GitHub keeps deliveries for three days. */
const FIRST_LOOK_MS = 24 * 3_600_000;
/** Looks overlap: a delivery may be under way at the end of one. */
const OVERLAP_MS = 15 * 60_000;

/** Has GitHub send again the webhooks that did not arrive. Trouble with it is told and does no other harm. */
export function createRecoverDeliveries({
  deliveries,
  clock,
  telemetry,
}: {
  readonly deliveries: Deliveries;
  readonly clock: Clock;
  readonly telemetry: Telemetry;
}): () => Promise<void> {
  let looked: number | null = null;
  return async () => {
    const now = clock.now().getTime();
    const since = new Date(looked === null ? now - FIRST_LOOK_MS : looked - OVERLAP_MS);
    try {
      const count = await deliveries.redeliverLost(since);
      looked = now;
      if (count > 0) telemetry.info('lost webhooks asked for again', { count });
    } catch (error) {
      telemetry.warn('lost webhooks not looked for', { error });
    }
  };
}
