import type { Run, Stage } from '#domain/run/run.ts';

/** In a few words, what a run is doing. */
export function statusHeadline(run: Run): string {
  if (run.paused !== null) return 'paused';
  if (run.stage === 'done') return 'done';
  if (run.stage === 'cancelled') return 'cancelled';
  return HEADLINES[run.stage];
}

const HEADLINES: Record<Exclude<Stage, 'done' | 'cancelled'>, string> = {
  idle: 'waiting to start',
  preparing: 'reading the repository',
  discovery: 'reading the spec',
  answering: 'a few questions',
  modelling: 'writing down the requirements',
  retrieval: 'looking for code to follow',
  planning: 'making a plan',
  approving: 'the plan is ready',
  onboarding: 'getting the repository ready',
  drafting: 'drafting the code',
  analysing: 'taking the drafts apart',
  building: 'building and testing, level by level',
  reviewing: 'ready for your review',
  reporting: 'writing the report',
};
