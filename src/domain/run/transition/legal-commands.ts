import { commandTable } from '#domain/command/command-table.ts';
import { commandNames, type CommandName, type Place } from '#domain/command/command.ts';
import type { Run } from '#domain/run/run.ts';

/** The commands that make sense now, in the order of the help. */
export function legalCommands(run: Run, place: Place): CommandName[] {
  const now = { stage: run.stage, paused: run.paused !== null, place: place.kind };
  return commandNames.filter((name) => commandTable[name].legal.holds(now));
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
    return 'Say it in the review thread of the piece that you mean, or approve the pull request.';
  }
  if (name === 'approve' && typeof run.plan?.approvedBy === 'string') {
    return `The plan was approved by @${run.plan.approvedBy} already.`;
  }
  if (name === 'approve') return 'There is no plan to approve yet.';
  return `\`/mge ${name}\` works ${commandTable[name].legal.when}; the run is ${STANDS[run.stage]}.`;
}

const STANDS: Record<Exclude<Run['stage'], 'idle' | 'done' | 'cancelled'>, string> = {
  preparing: 'being prepared',
  discovery: 'reading the spec',
  answering: 'waiting for answers',
  modelling: 'writing down the requirements',
  retrieval: 'looking for code to follow',
  planning: 'making a plan',
  approving: 'waiting for the plan’s approval',
  onboarding: 'getting the repository ready',
  drafting: 'writing drafts',
  analysing: 'taking the drafts apart',
  building: 'building',
  reviewing: 'in review',
  reporting: 'writing its report',
};
