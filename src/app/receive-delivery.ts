import type { AppDependencies, Delivery, Handler } from '#app/delivery.ts';

/**
 * Turns a delivery into events and submits them in order. What cannot be saved is thrown: GitHub then shows the delivery
 * as failed, and it can be sent again without doubling what was saved.
 */
export async function receiveDelivery(
  name: string,
  handler: Handler,
  delivery: Delivery,
  app: AppDependencies,
): Promise<void> {
  for (const { runId, key, event } of await handler(delivery, app)) {
    const outcome = await app.submitEvent(runId, key, event);
    app.telemetry.info('webhook taken', { name, delivery: delivery.id, run: runId, event: event.type, outcome });
  }
}
