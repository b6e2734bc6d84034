import type { Run } from '#domain/run/run.ts';

/** What the status comment shows, as one string: the comment is edited only when this changes. */
export function statusFingerprint(run: Run): string {
  const counts: Record<string, number> = {};
  for (const symbol of Object.values(run.build?.symbols ?? {}))
    counts[symbol.progress] = (counts[symbol.progress] ?? 0) + 1;
  const drafted = run.plan?.tasks.filter((task) => task.progress === 'drafted').length ?? 0;
  const threads = Object.values(run.review?.threads ?? {}).map((thread) => thread.state);
  return JSON.stringify([
    run.stage,
    run.paused?.reason ?? null,
    run.waiting ?? null,
    run.budgetUsd,
    run.discovery.answers.length,
    run.plan?.hash ?? null,
    run.onboardingPullRequest,
    drafted,
    counts,
    run.build?.committedLevels ?? 0,
    run.build?.batches.at(-1)?.state ?? null,
    run.pullRequest,
    threads,
    run.trail.filter((entry) => entry.display !== true).length,
  ]);
}
