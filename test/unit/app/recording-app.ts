import type { Repository } from '#domain/run/repository.ts';
import { RunEvent } from '#domain/run/event.ts';
import type { RepositoryName } from '#domain/setup/repository-setup.ts';
import { createIsOwnApp } from '#app/is-own-app.ts';
import type { AppDependencies, KnownRun } from '#app/delivery.ts';

export const APP = { id: 77, slug: 'mge-test' };
export const BOT = { login: 'mge-test[bot]', type: 'Bot' };

export const repository: Repository = {
  owner: 'team',
  name: 'ledger',
  installationId: 5,
  defaultBranch: 'main',
};

export interface RecordingApp {
  readonly app: AppDependencies;
  readonly submitted: { runId: string; key: string; event: RunEvent }[];
  readonly asked: { installationId: number; repositories: readonly RepositoryName[] }[];
  readonly told: { what: string; facts: Record<string, unknown> | undefined }[];
}

/** The app over a store that holds these runs; what is submitted is recorded, and known keys are duplicates. */
export function recordingApp(runs: readonly ExampleRun[] = [], identity = APP): RecordingApp {
  const submitted: RecordingApp['submitted'] = [];
  const asked: RecordingApp['asked'] = [];
  const told: RecordingApp['told'] = [];
  const tell = (what: string, facts?: Record<string, unknown>): void => void told.push({ what, facts });
  const app: AppDependencies = {
    submitEvent(runId, key, event) {
      if (submitted.some((one) => one.key === key)) return Promise.resolve('duplicate');
      submitted.push({ runId, key, event: RunEvent.parse(event) });
      return Promise.resolve('saved');
    },
    askSetup: (installationId, repositories) => {
      asked.push({ installationId, repositories });
      return Promise.resolve();
    },
    runStore: {
      load: (runId) => Promise.resolve(runs.find((run) => run.id === runId) ?? null),
      find: (query) =>
        Promise.resolve(
          runs.find(
            (run) =>
              run.id.startsWith(`${query.repository.owner}/${query.repository.name}#`) &&
              (run.pullRequest === query.pullRequest || run.issue.number === query.issue),
          ) ?? null,
        ),
      unfinishedOf: (whose) => {
        const isTheirs = ({ id, repository: at }: KnownRun): boolean =>
          'repository' in whose
            ? id.startsWith(`${whose.repository.owner}/${whose.repository.name}#`)
            : at.installationId === whose.installationId;
        return Promise.resolve(runs.filter(isTheirs).map((run) => run.id));
      },
    },
    isOwnApp: createIsOwnApp(identity),
    telemetry: { info: tell, warn: tell, observe: () => undefined },
  };
  return { app, submitted, asked, told };
}

export type ExampleRun = KnownRun & { readonly pullRequest: number };

/** A run of issue 12, with pull request 34 and a plan. */
export function exampleRun(change: Partial<ExampleRun> = {}): ExampleRun {
  const issue = { number: 12, title: 'A ledger', body: 'Split expenses.', author: 'ann' };
  return { id: 'team/ledger#12', repository, issue, plan: { hash: 'abc123' }, pullRequest: 34, ...change };
}
