import { Octokit } from '@octokit/rest';
import { throttling } from '@octokit/plugin-throttling';

/** Octokit with its pacing of writes; a limit that is reached is thrown at once, since the queue knows how to wait. */
export const GitHubClient = Octokit.plugin(throttling);
export type GitHubClient = InstanceType<typeof GitHubClient>;

/** Waiting inside a request would hold a worker: the error carries the time, and the queue delays the effect. */
const never = (): boolean => false;

/** Octokit's `throttle` option: paced as GitHub advises, or not at all. */
export function throttleOptions(
  paced: boolean,
): { enabled: false } | Record<'onRateLimit' | 'onSecondaryRateLimit', typeof never> {
  return paced ? { onRateLimit: never, onSecondaryRateLimit: never } : { enabled: false };
}
