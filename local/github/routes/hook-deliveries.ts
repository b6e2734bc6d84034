import { checkAppAccess } from '#local/github/http/check-access.ts';
import { notFound } from '#local/github/http/github-error.ts';
import { numberParam, type Access, type Call, type Reply, type Route } from '#local/github/http/route.ts';
import type { JsonObject } from '#local/github/json.ts';
import type { Delivery } from '#local/github/webhooks/delivery.ts';

const access: Access = { by: 'app' };

function presentDelivery(delivery: Delivery): JsonObject {
  const { id, guid, at, redelivery, event, action, responseStatus } = delivery;
  const delivered = delivery.status === 'delivered';
  return {
    id,
    guid,
    delivered_at: at,
    redelivery,
    duration: 0.01,
    status: delivered ? 'OK' : 'failed to connect to host',
    status_code: delivered ? (responseStatus ?? 200) : (responseStatus ?? 502),
    event,
    action,
    installation_id: null,
    repository_id: null,
  };
}

/** Newest first; a page begins below the cursor. What is on its way is not told yet. */
function listDeliveries(call: Call): Reply {
  checkAppAccess(call.identity, access);
  const size = Math.min(100, Number(call.query.get('per_page')) || 30);
  const below = Number(call.query.get('cursor') ?? Infinity);
  const all = call.world.deliveries().filter(({ id, status }) => id < below && status !== 'waiting');
  const page = all.toReversed().slice(0, size);
  const last = page.at(-1);
  const query = new URLSearchParams({ per_page: String(size), cursor: String(last?.id ?? 0) });
  const next = `<${call.world.url}/api/v3/app/hook/deliveries?${query.toString()}>; rel="next"`;
  return { status: 200, body: page.map(presentDelivery), headers: page.length < all.length ? { link: next } : {} };
}

function redeliver(call: Call): Reply {
  checkAppAccess(call.identity, access);
  const id = numberParam(call, 'delivery_id');
  const delivery = call.world.deliveries().find((known) => known.id === id);
  if (delivery === undefined) throw notFound();
  call.world.redeliver(delivery);
  return { status: 202, body: {} };
}

/** The app's own webhooks: what was sent, and once more, please. */
export const hookDeliveryRoutes: readonly Route[] = [
  { method: 'get', path: '/app/hook/deliveries', access, handle: listDeliveries },
  { method: 'post', path: '/app/hook/deliveries/{delivery_id}/attempts', access, handle: redeliver },
];
