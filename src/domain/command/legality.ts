import type { Place } from '#domain/command/command.ts';
import type { Stage } from '#domain/run/run.ts';

/** What decides about whether a command makes sense. */
export interface Situation {
  readonly stage: Stage;
  readonly paused: boolean;
  /** Where it was written. */
  readonly place: Place['kind'];
}

/** When a command is legal: in words, and as the test that the words describe. */
export interface Legality {
  readonly when: string;
  readonly holds: (now: Situation) => boolean;
}

const ENDED: readonly Stage[] = ['done', 'cancelled'];

export const always: Legality = { when: 'always', holds: () => true };

export const onceStarted: Legality = {
  when: 'once a run has started',
  holds: ({ stage }) => stage !== 'idle',
};

export const whileUnderWay: Legality = { when: 'while the run is under way', holds: isUnderWay };

export const whileGoing: Legality = {
  when: 'while the run is under way and not paused',
  holds: (now) => isUnderWay(now) && !now.paused,
};

export const whilePaused: Legality = {
  when: 'while the run is paused or failed',
  holds: (now) => isUnderWay(now) && now.paused,
};

export const whileAnswering: Legality = {
  when: 'while questions are open',
  holds: ({ stage }) => stage === 'answering',
};

export const whileApprovable: Legality = {
  when: 'while the plan waits for approval; in a review thread',
  holds: ({ stage, place }) => stage === 'approving' || (stage === 'reviewing' && place === 'thread'),
};

const REVISABLE: readonly Stage[] = ['approving', 'onboarding', 'drafting', 'building', 'reviewing'];
export const whileRevisable: Legality = {
  when: 'from the plan to the end of the review',
  holds: ({ stage }) => REVISABLE.includes(stage),
};

export const whileRegenerable: Legality = {
  when: 'while building and in review',
  holds: ({ stage }) => stage === 'building' || stage === 'reviewing',
};

function isUnderWay({ stage }: Situation): boolean {
  return stage !== 'idle' && !ENDED.includes(stage);
}
