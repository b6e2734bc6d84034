import { createHmac } from 'node:crypto';
import type { Delivery } from '#local/github/webhooks/delivery.ts';
import type { AppSettings } from '#local/github/world.ts';

/** GitHub waits ten seconds for an answer. */
const answerLimit = 10_000;

/** Posts a delivery once; true when the app answered 2xx. Connection failures are a false, not a throw. */
export async function sendDelivery(app: AppSettings, delivery: Delivery, signal: AbortSignal): Promise<boolean> {
  const signature = createHmac('sha256', app.webhookSecret).update(delivery.payload).digest('hex');
  delivery.attempts += 1;
  try {
    const response = await fetch(app.webhookUrl, {
      method: 'POST',
      body: delivery.payload,
      signal: AbortSignal.any([signal, AbortSignal.timeout(answerLimit)]),
      headers: {
        'content-type': 'application/json',
        'user-agent': 'GitHub-Hookshot/local',
        'x-github-event': delivery.event,
        'x-github-delivery': delivery.guid,
        'x-github-hook-id': String(app.id),
        'x-github-hook-installation-target-id': String(app.id),
        'x-github-hook-installation-target-type': 'integration',
        'x-hub-signature-256': `sha256=${signature}`,
      },
    });
    await response.arrayBuffer();
    delivery.responseStatus = response.status;
    return response.ok;
  } catch (cause) {
    if (!(cause instanceof Error)) throw cause;
    delivery.responseStatus = null;
    return false;
  }
}
