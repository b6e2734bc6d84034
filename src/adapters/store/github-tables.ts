import type { MaybeTime, Time } from '#adapters/store/column-types.ts';

/** Requests of the last hour, for GitHub's limits. */
export interface GithubRequestTable {
  installation: string;
  at: Time;
  creating: boolean;
}

export interface GithubBlockTable {
  installation: string;
  until: Time;
}

export interface GithubUsageTable {
  run_id: string;
  requests: number;
  creating: number;
}

/** Repositories that MGE was installed on: looked at once each time. */
export interface RepositorySetupTable {
  installation: string;
  owner: string;
  name: string;
  asked_at: Time;
  tries: number;
  not_before: MaybeTime;
  settled_at: MaybeTime;
  outcome: string | null;
}
