/** About how long a slow job takes: one that stands tenth in its run's line waits for a minute's worth of others at most. */
const SECONDS_A_JOB = 6;
/** The largest priority of the queue library. */
const LAST_TURN = 2 ** 21 - 1;
/** Twelve days: turns begin anew then, and the lines of two rounds mix for a moment. */
const ROUND = 2 ** 20;

/**
 * When a job would begin if its run had one place to itself, in seconds of the round, at least 1. The jobs with the lowest turns
 * go first: of two runs that wait, each gets every other place, however many jobs the larger one has; and nobody starves, since
 * what comes later has a later turn.
 */
export function fairTurn(now: Date, place: number): number {
  const second = Math.floor(now.getTime() / 1000) % ROUND;
  return Math.min(LAST_TURN, 1 + second + Math.max(0, Math.floor(place)) * SECONDS_A_JOB);
}
