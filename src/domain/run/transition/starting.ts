import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { newRun } from '#domain/run/transition/new-run.ts';

/** The label starts a run, or starts the next one after a cancelled run. */
export const onSpecLabelled: Handler<'spec-labelled'> = (run, event, { at }) => {
  if (run.stage === 'idle') {
    return change(
      run,
      { stage: 'preparing', issue: event.issue, startedBy: event.sender, startedAt: at },
      { type: 'prepare', key: 'prepare' },
    );
  }
  if (run.stage !== 'cancelled') return unchanged(run);
  const fresh = newRun(event);
  if (fresh === null) return unchanged(run);
  const generation = run.generation + 1;
  return change(
    { ...fresh, generation },
    { stage: 'preparing', startedBy: event.sender, startedAt: at },
    { type: 'prepare', key: 'prepare' },
  );
};

export const onPrepared: Handler<'prepared'> = (run, event) => {
  if (run.stage !== 'preparing') return unchanged(run);
  const repository = { ...run.repository, defaultBranch: event.defaultBranch };
  if (event.problem !== null) {
    const nextStep = 'Mend `.github/mge.yml` on the default branch, then type `/mge retry`.';
    const paused = { by: 'MGE', reason: event.problem, nextStep, code: 'settings-invalid' };
    return change(run, { repository, paused, failed: [{ type: 'prepare', key: 'prepare' }] });
  }
  return change(
    run,
    { repository, settings: event.settings, budgetUsd: event.settings.budget_usd, stage: 'discovery' },
    { type: 'draft-questions', key: 'draft-questions/1', round: 1 },
  );
};

/** The spec may be edited until a plan is made of it; afterwards `/mge revise` says what changed. */
export const onSpecEdited: Handler<'spec-edited'> = (run, event) => change(run, { issue: event.issue });

export const onSpecUnlabelled: Handler<'spec-unlabelled'> = (run, event) =>
  hold(run, event.sender, 'the label was removed from the issue', 'Put the label back and type `/mge resume`.');

export const onIssueClosed: Handler<'issue-closed'> = (run, event) =>
  hold(run, event.sender, 'the issue was closed', 'Open it again and type `/mge resume`, or `/mge cancel`.');

function hold(run: Parameters<Handler<'issue-closed'>>[0], by: string, reason: string, nextStep: string) {
  // A merged pull request closes the issue while the report is written: there is nothing left to hold.
  const over = ['idle', 'reporting', 'done', 'cancelled'].includes(run.stage);
  return over || run.paused !== null
    ? unchanged(run)
    : change(run, { paused: { by, reason, nextStep, code: 'paused' } });
}
