import type { RunEvent } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { Settings } from '#domain/settings/settings.ts';

/** An idle run for the first event of an issue, or null when the event cannot begin one. */
export function newRun(event: RunEvent): Run | null {
  if (!('issue' in event) || !('repository' in event) || event.type === 'spec-edited') return null;
  const settings = Settings.parse({});
  return {
    id: `${event.repository.owner}/${event.repository.name}#${event.issue.number}`,
    generation: 1,
    repository: event.repository,
    issue: event.issue,
    stage: 'idle',
    paused: null,
    startedBy: null,
    startedAt: null,
    finishedAt: null,
    settings,
    budgetUsd: settings.budget_usd,
    discovery: { round: 0, questions: [], answers: [], requirements: null, summary: '' },
    patterns: null,
    plan: null,
    onboardingPullRequest: null,
    build: null,
    pullRequest: null,
    review: null,
    trail: [],
    asks: [],
    pending: [],
    failed: [],
    held: [],
    retries: 0,
  };
}
