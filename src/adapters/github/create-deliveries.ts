import type { Deliveries } from '#ports/github/deliveries.ts';
import type { InstallationClients } from '#adapters/github/client/create-installation-clients.ts';

/** A flood is looked through in several rounds. */
const MOST_PAGES = 10;
/** What fails so often fails for a reason that another try will not mend. */
const MOST_TRIES = 4;

interface Attempt {
  readonly id: number;
  readonly guid: string;
  readonly arrived: boolean;
}

/** Webhooks are asked for as the app itself: they belong to no installation, and cost none its limits. */
export function createDeliveries({ clients: { app } }: { readonly clients: InstallationClients }): Deliveries {
  async function listAttempts(since: Date): Promise<Attempt[]> {
    const attempts: Attempt[] = [];
    let pages = 0;
    for await (const { data } of app.paginate.iterator(app.rest.apps.listWebhookDeliveries, { per_page: 100 })) {
      const young = data.filter((delivery) => Date.parse(delivery.delivered_at) >= since.getTime());
      for (const { id, guid, status_code: status } of young) {
        attempts.push({ id, guid, arrived: status >= 200 && status < 300 });
      }
      pages += 1;
      if (young.length < data.length || pages === MOST_PAGES) break;
    }
    return attempts;
  }

  return {
    async redeliverLost(since) {
      const attempts = await listAttempts(since);
      const arrived = new Set(attempts.filter((attempt) => attempt.arrived).map(({ guid }) => guid));
      // Newest first: the first of a GUID stands for all of its tries.
      const lost = new Map<string, { readonly id: number; readonly tries: number }>();
      for (const { id, guid } of attempts) {
        if (arrived.has(guid)) continue;
        const newer = lost.get(guid);
        lost.set(guid, { id: newer?.id ?? id, tries: (newer?.tries ?? 0) + 1 });
      }
      const again = [...lost.values()].filter(({ tries }) => tries < MOST_TRIES);
      // Oldest first, so that they come in the order in which things happened.
      for (const { id } of again.toReversed()) {
        await app.rest.apps.redeliverWebhookDelivery({ delivery_id: id });
      }
      return again.length;
    },
  };
}
