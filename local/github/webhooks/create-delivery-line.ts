import { setTimeout as wait } from 'node:timers/promises';
import type { Delivery } from '#local/github/webhooks/delivery.ts';
import { sendDelivery } from '#local/github/webhooks/send-delivery.ts';
import type { AppSettings } from '#local/github/world.ts';

/** Milliseconds between the attempts. */
const pauses = [50, 100, 400] as const;

async function deliver(app: AppSettings, delivery: Delivery, signal: AbortSignal): Promise<void> {
  for (const pause of [...pauses, null]) {
    if (await sendDelivery(app, delivery, signal)) {
      delivery.status = 'delivered';
      return;
    }
    if (pause === null || signal.aborted) break;
    await wait(pause);
  }
  delivery.status = 'failed';
}

/** Mixes in an order that is the same every time: by the GUID, which is a hash. */
function mix(deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.toSorted((left, right) => (left.guid < right.guid ? -1 : 1));
}

/** What stands in line for the app. */
export interface DeliveryLine {
  put(delivery: Delivery): void;
  pause(): void;
  resume(): void;
  shuffle(): void;
  /** Resolves when nothing is on its way, and nothing waits unless paused. */
  settled(): Promise<void>;
  close(): Promise<void>;
}

/** Sends what is put in line in its order, one at a time. */
export function createDeliveryLine({ app }: { readonly app: AppSettings }): DeliveryLine {
  const stop = new AbortController();
  let waiting: Delivery[] = [];
  let paused = false;
  let active = false;
  let running: Promise<void> = Promise.resolve();
  const take = (): Delivery | undefined => (paused || stop.signal.aborted ? undefined : waiting.shift());
  const drain = async (): Promise<void> => {
    active = true;
    for (let next = take(); next; next = take()) await deliver(app, next, stop.signal);
    active = false;
  };
  const start = (): void => {
    if (!active) running = drain();
  };
  return {
    put: (delivery) => {
      delivery.status = 'waiting';
      waiting.push(delivery);
      start();
    },
    pause: () => void (paused = true),
    resume: () => {
      paused = false;
      start();
    },
    shuffle: () => void (waiting = mix(waiting)),
    settled: async () => {
      while (active) await running;
    },
    close: async () => {
      stop.abort();
      await running;
    },
  };
}
