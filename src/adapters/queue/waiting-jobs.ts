import { fairTurn } from '#adapters/queue/fair-turn.ts';
import { jobIdentity } from '#adapters/queue/job-identity.ts';
import type { Clock } from '#ports/clock.ts';
import type { EnqueueOptions, Job, Lane } from '#ports/job-queue.ts';

export interface WaitingJob {
  readonly job: Job;
  readonly lane: Lane;
  /** Milliseconds since the epoch. */
  readonly due: number;
  /** Of a slow job: see `fairTurn`. */
  readonly turn: number;
}

/** Jobs that wait in memory, each identity once. */
export interface WaitingJobs {
  /** Takes a job in, or keeps the one that waits; that one is due at once when the new one is. */
  offer(job: Job, options: EnqueueOptions): void;
  /** Takes a job in that is to be done again; one that was offered meanwhile is sooner, and stands for both. */
  putBack(waiting: WaitingJob): void;
  /** Takes the next due job out: quick ones first, slow ones by their turns, else in order. Null when none is due. */
  takeDue(): WaitingJob | null;
  nextDue(): Date | null;
}

export function createWaitingJobs({ clock }: { readonly clock: Clock }): WaitingJobs {
  const byIdentity = new Map<string, WaitingJob & { readonly order: number }>();
  let order = 0;

  function put(waiting: WaitingJob): void {
    order += 1;
    byIdentity.set(jobIdentity(waiting.job), { ...waiting, order });
  }
  function rank({ lane, due, turn }: WaitingJob): number {
    if (due > clock.now().getTime()) return due;
    return lane === 'quick' ? 0 : turn;
  }
  function first(): WaitingJob | null {
    const [next] = [...byIdentity.values()].sort((one, other) => rank(one) - rank(other) || one.order - other.order);
    return next ?? null;
  }

  return {
    offer(job, { notBefore, lane = 'quick', place = 0 }) {
      const known = byIdentity.get(jobIdentity(job));
      const due = (notBefore ?? clock.now()).getTime();
      if (known === undefined || (notBefore === undefined && known.due > due)) {
        put({ job, lane, due, turn: fairTurn(clock.now(), place) });
      }
    },
    putBack(waiting) {
      if (!byIdentity.has(jobIdentity(waiting.job))) put(waiting);
    },
    takeDue() {
      const next = first();
      if (next === null || next.due > clock.now().getTime()) return null;
      byIdentity.delete(jobIdentity(next.job));
      return next;
    },
    nextDue() {
      const next = first();
      return next === null ? null : new Date(next.due);
    },
  };
}
