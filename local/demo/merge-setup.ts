import type { HumanRequest } from '#local/demo/play-human.ts';

/** The branch of the pull request that brings MGE's workflow. */
export const SETUP = 'mge/setup';

/** Merges the setup pull request when it is there; true when that was done. */
export async function mergeSetup({ github, repository, scenario, tell }: HumanRequest): Promise<boolean> {
  const setup = github.human.pullRequests(repository).find((pull) => pull.headRef === SETUP && pull.open);
  if (setup === undefined) return false;
  await github.human.as(scenario.human.login, repository).mergePullRequest(setup.number);
  tell(`merges the setup pull request #${setup.number}`);
  return true;
}
