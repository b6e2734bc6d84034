import { reply } from '#domain/run/transition/acknowledge.ts';
import { isOver } from '#domain/run/is-over.ts';
import { change, unchanged, type Handler } from '#domain/run/transition/change.ts';
import { ask } from '#domain/run/transition/authorizing.ts';
import { newRun } from '#domain/run/transition/new-run.ts';
import { cancelRun } from '#domain/run/transition/steering.ts';

/** A label was put on: whether it is the one that marks a spec stands in the settings, which an effect reads. */
export const onIssueLabelled: Handler<'issue-labelled'> = (run, event, { key }) =>
  run.stage === 'idle' || run.stage === 'cancelled'
    ? change(
        run,
        {},
        {
          type: 'check-label',
          key: `check-label/${key}`,
          sender: event.sender,
          issue: event.issue,
          labels: event.labels,
        },
      )
    : unchanged(run);

export const onLabelChecked: Handler<'label-checked'> = (run, { sender, issue, isSpec }, occasion) =>
  isSpec ? ask(run, { type: 'spec-labelled', repository: run.repository, sender, issue }, occasion) : unchanged(run);

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
  event.label.toLowerCase() !== run.settings.label.toLowerCase()
    ? unchanged(run)
    : hold(run, event.sender, 'the label was removed from the issue', 'Put the label back and type `/mge resume`.');

export const onIssueClosed: Handler<'issue-closed'> = (run, event) =>
  hold(run, event.sender, 'the issue was closed', 'Open it again and type `/mge resume`, or `/mge cancel`.');

/** There is nothing to talk on any more: the run ends, and says so on its pull request, if there is one. */
export const onIssueGone: Handler<'issue-gone'> = (run, event, occasion) => {
  if (isOver(run)) return unchanged(run);
  const ended = cancelRun(run, occasion.at);
  if (run.pullRequest === null) return ended;
  const place = { kind: 'pull-request', number: run.pullRequest, commentId: 0 } as const;
  const how = event.how === 'deleted' ? 'was deleted' : 'was moved to another repository';
  const text = `The spec issue ${how}, so this run is over. This branch and pull request stay as they are.`;
  return { run: ended.run, effects: [reply(occasion, place, text)] };
};

function hold(run: Parameters<Handler<'issue-closed'>>[0], by: string, reason: string, nextStep: string) {
  // A merged pull request closes the issue while the report is written: there is nothing left to hold.
  const over = isOver(run) || run.stage === 'reporting';
  return over || run.paused !== null
    ? unchanged(run)
    : change(run, { paused: { by, reason, nextStep, code: 'paused' } });
}
