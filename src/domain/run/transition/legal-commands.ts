import type { CommandName, Place } from '#domain/command/command.ts';
import type { Run, Stage } from '#domain/run/run.ts';

const always: readonly CommandName[] = ['help', 'status'];
const running: readonly CommandName[] = ['budget', 'report', 'cancel'];

/** What a stage adds to the commands that are always legal. */
const byStage: { readonly [S in Stage]?: readonly CommandName[] } = {
  answering: ['answer', 'defaults'],
  approving: ['approve', 'revise'],
  onboarding: ['revise'],
  drafting: ['revise'],
  building: ['regenerate'],
  reviewing: ['approve', 'regenerate'],
};

/** The commands that make sense now, in the order of the help. */
export function legalCommands(run: Run, place: Place): CommandName[] {
  if (run.stage === 'idle') return [...always];
  if (run.stage === 'cancelled' || run.stage === 'done') return [...always, 'report'];
  const steering: CommandName[] = run.paused === null ? ['pause'] : ['resume', 'retry'];
  const here = (byStage[run.stage] ?? []).filter(
    (name) => name !== 'approve' || run.stage !== 'reviewing' || place.kind === 'thread',
  );
  return [...always, ...here, ...steering, ...running];
}

/** One or two sentences: why not now, and what is possible instead. */
export function whyIllegal(run: Run, place: Place, name: CommandName): string {
  const legal = legalCommands(run, place).map((each) => `\`/mge ${each}\``);
  return `${reason(run, place, name)} Possible now: ${legal.join(', ')}.`;
}

function reason(run: Run, place: Place, name: CommandName): string {
  if (run.stage === 'idle')
    return `No run has been started here; label the issue \`${run.settings.label}\` to start one.`;
  if (run.stage === 'done') return 'This run is done.';
  if (run.stage === 'cancelled') return 'This run was cancelled; label the issue again to start the next one.';
  if (name === 'resume' || name === 'retry') return 'Nothing is paused or failed.';
  if (name === 'pause') return 'The run is paused already.';
  if (name === 'approve' && run.stage === 'reviewing' && place.kind !== 'thread') {
    return 'Say it in the review thread of the atom, or approve the pull request.';
  }
  if (name === 'approve' && typeof run.plan?.approvedBy === 'string') {
    return `The plan was approved by @${run.plan.approvedBy}.`;
  }
  if (name === 'approve') return 'There is no plan to approve yet.';
  return `\`/mge ${name}\` is not possible while the run is ${run.stage}.`;
}
