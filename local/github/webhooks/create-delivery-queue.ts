import { createDeliveryLine } from '#local/github/webhooks/create-delivery-line.ts';
import type { Delivery } from '#local/github/webhooks/delivery.ts';
import type { DeliveryKnobs } from '#local/github/webhooks/delivery-knobs.ts';
import type { AppSettings } from '#local/github/world.ts';

export interface DeliveryQueue extends DeliveryKnobs {
  add(delivery: Delivery): void;
  close(): Promise<void>;
}

function isLost({ status }: Delivery): boolean {
  return status === 'failed' || status === 'dropped';
}

/** Sends webhooks one after the other, a few times each when the app does not answer. */
export function createDeliveryQueue({ app }: { readonly app: AppSettings }): DeliveryQueue {
  const all: Delivery[] = [];
  const line = createDeliveryLine({ app });
  const due = { drop: 0, duplicate: 0 };
  const losing = { oneIn: 0, count: 0 };
  const isUnlucky = (): boolean => losing.oneIn > 0 && (losing.count += 1) % losing.oneIn === 0;
  const take = (what: 'drop' | 'duplicate'): boolean => {
    if (due[what] === 0) return false;
    due[what] -= 1;
    return true;
  };
  const add = (delivery: Delivery): void => {
    all.push(delivery);
    if (take('drop') || isUnlucky()) {
      delivery.status = 'dropped';
      return;
    }
    line.put(delivery);
    if (take('duplicate')) line.put(delivery);
  };
  return {
    add,
    pause: () => line.pause(),
    resume: () => line.resume(),
    drop: (count = 1) => void (due.drop += count),
    loseOneIn: (many) => void (losing.oneIn = many),
    duplicate: (count = 1) => void (due.duplicate += count),
    shuffle: () => line.shuffle(),
    list: () => all,
    redeliver: (ids) => {
      for (const known of all.filter((one) => (ids ? ids.includes(one.id) : isLost(one)))) line.put(known);
    },
    settled: () => line.settled(),
    close: () => line.close(),
  };
}
