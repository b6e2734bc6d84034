// What a function may take: processor time, so that a busy machine tries as many inputs as a quiet one.
// oxlint-disable no-restricted-imports -- there is no package.json where this runs
import { entries, settings } from './behaviour-entries.mjs';

// Taken before tests run: theirs may be clocks that stand still.
const [tellClock, tellUsage] = [performance.now.bind(performance), process.cpuUsage.bind(process)];

/** Milliseconds by the clock since this process began. */
export const clock = () => tellClock();

const processor = () => {
  const { user, system } = tellUsage();
  return (user + system) / 1000;
};

/** Milliseconds since now: of the processors, or of the clock where that is less (the engine's own threads work beside). */
export function startWatch() {
  const [began, used] = [clock(), processor()];
  return () => Math.min(clock() - began, processor() - used);
}

/**
 * Until when a function may be gone on with, by the clock of this process: of what is left of the run, a fair share for
 * each of `left` functions. A run that is ended would tell nothing of any of them.
 */
export function shareOfRun(left) {
  const end = (settings.clockSeconds * 1000) / settings.processes;
  const now = clock();
  return now + Math.max(0, end - now) / Math.max(1, left);
}

/** Has `pursue` done for each function, with its share of the time. */
export function shareOut(pursue) {
  let left = entries.size;
  for (const entry of entries.values()) {
    pursue(entry, shareOfRun(left));
    left -= 1;
  }
}
