import type { Platform } from '#main/compose/open-platform.ts';
import type { JobQueue } from '#ports/job-queue.ts';

/** A moment at which the process may be killed: right before or after a call of a port. */
export interface Moment {
  /** `outbox.settle`, `conversation.upsertComment`, … */
  readonly call: string;
  readonly parameters: readonly unknown[];
  readonly phase: 'before' | 'after';
  /** What the call gave; undefined before it. */
  readonly answer: unknown;
}

/** Kills MGE's worker where it is told to. What is dead does nothing more. */
export interface Killer {
  /** Where it was killed, in order. */
  readonly kills: readonly string[];
  /** The same platform, every call of which may be the last. */
  threaten(platform: Platform): Platform;
  /** True when it was dead: a new life may begin. */
  revive(): boolean;
}

/** Thrown where the process ends, and by everything that the dead one still tries. */
class Killed extends Error {}

export function createKiller(kills: (moment: Moment) => boolean): Killer {
  const places: string[] = [];
  let life = 0;
  let dead = false;

  function touch(mine: number, moment: Moment): void {
    if (mine !== life || dead) throw new Killed('dead');
    if (!kills(moment)) return;
    dead = true;
    places.push(`${moment.phase} ${moment.call}`);
    throw new Killed(moment.call);
  }
  function threatened<T extends object>(port: T, name: string, mine: number): T {
    return new Proxy(port, {
      get(target, property, receiver) {
        const value: unknown = Reflect.get(target, property, receiver);
        if (typeof value !== 'function') return value;
        const call = `${name}.${String(property)}`;
        return async (...parameters: unknown[]): Promise<unknown> => {
          touch(mine, { call, parameters, phase: 'before', answer: undefined });
          const answer: unknown = await Reflect.apply(value, target, parameters);
          touch(mine, { call, parameters, phase: 'after', answer });
          return answer;
        };
      },
    });
  }

  return {
    kills: places,
    threaten(platform) {
      life += 1;
      const mine = life;
      const { store, github, queue } = platform;
      const within = <T extends object>(port: T, name: string): T => threatened(port, name, mine);
      return {
        ...platform,
        model: within(platform.model, 'model'),
        // Working and draining is the story's own doing; only what MGE hands in can be cut off.
        queue: {
          ...queue,
          enqueue: within<Pick<JobQueue, 'enqueue'>>(
            { enqueue: (job, options) => queue.enqueue(job, options) },
            'queue',
          ).enqueue,
        },
        store: {
          ...store,
          runStore: within(store.runStore, 'runStore'),
          outbox: within(store.outbox, 'outbox'),
          blobs: within(store.blobs, 'blobs'),
          ledger: within(store.ledger, 'ledger'),
          setups: within(store.setups, 'setups'),
        },
        github: {
          conversation: within(github.conversation, 'conversation'),
          sourceTree: within(github.sourceTree, 'sourceTree'),
          pullRequests: within(github.pullRequests, 'pullRequests'),
          actions: within(github.actions, 'actions'),
          permissions: within(github.permissions, 'permissions'),
          deliveries: within(github.deliveries, 'deliveries'),
          repositories: within(github.repositories, 'repositories'),
        },
      };
    },
    revive() {
      const was = dead;
      if (was) life += 1;
      dead = false;
      return was;
    },
  };
}
