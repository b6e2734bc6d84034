import { createHash } from 'node:crypto';
import type { JsonObject } from '#local/github/json.ts';
import { subscribedEvents } from '#local/github/present/app.ts';
import { nodeId } from '#local/github/present/node-id.ts';
import { presentRepository } from '#local/github/present/repository.ts';
import { presentUser } from '#local/github/present/user.ts';
import type { Repository } from '#local/github/state/repository.ts';
import { nextId } from '#local/github/state/state.ts';
import type { DeliveryQueue } from '#local/github/webhooks/create-delivery-queue.ts';
import type { WebhookEvent, World } from '#local/github/world.ts';

/** The name under which GitHub's description keeps a payload. */
function payloadName(event: WebhookEvent): string {
  return [event.name, ...(event.action === null ? [] : [event.action])].join('-').replaceAll('_', '-');
}

/** A GUID that is the same for the same sequence of acts. */
function guidOf(id: number): string {
  const hash = createHash('sha256').update(`delivery/${id}`).digest('hex');
  return [hash.slice(0, 8), hash.slice(8, 12), hash.slice(12, 16), hash.slice(16, 20), hash.slice(20, 32)].join('-');
}

function presentEvent(world: World, event: WebhookEvent): JsonObject {
  const { repository } = event;
  const installation = world.state.installations.find(({ account }) => account === repository?.owner);
  return {
    ...(event.action === null ? {} : { action: event.action }),
    ...(repository ? { repository: presentRepository(world, repository) } : {}),
    ...(repository && installation
      ? { installation: { id: installation.id, node_id: nodeId('Installation', installation.id) } }
      : {}),
    ...event.body,
    sender: presentUser(world, event.sender),
  };
}

/** Nothing is told of repositories where the app is not installed, or suspended. */
function reachesApp(world: World, repository: Repository): boolean {
  const installation = world.state.installations.find(({ account }) => account === repository.owner);
  return repository.installed && installation?.suspendedAt === null;
}

const always: readonly string[] = ['installation', 'installation_repositories'];
const subscribed: readonly string[] = subscribedEvents;

/** Gives the function that turns what happened into a delivery, when the app is installed where it happened. */
export function createEmit({
  queue,
  world,
  check,
}: {
  readonly queue: DeliveryQueue;
  readonly world: () => World;
  /** Holds the payload to the description. */
  readonly check: (name: string, payload: unknown) => void;
}): (event: WebhookEvent) => void {
  return (event) => {
    if (event.repository && !reachesApp(world(), event.repository)) return;
    if (!always.includes(event.name) && !subscribed.includes(event.name)) return;
    const payload = JSON.stringify(presentEvent(world(), event));
    check(payloadName(event), JSON.parse(payload));
    const id = nextId(world().state);
    const { name, action } = event;
    queue.add({
      id,
      guid: guidOf(id),
      event: name,
      action,
      payload,
      at: world().now(),
      redelivery: false,
      status: 'waiting',
      attempts: 0,
      responseStatus: null,
    });
  };
}
