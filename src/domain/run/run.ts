import { z } from 'zod';
import { TrailEntry } from '#domain/run/trail-entry.ts';
import { Build } from '#domain/build/build.ts';
import { Answer, Question } from '#domain/discovery/question.ts';
import { Estimate } from '#domain/plan/estimate.ts';
import { Ahead } from '#domain/run/ahead.ts';
import { Repository, SpecIssue } from '#domain/run/repository.ts';
import { Effect } from '#domain/run/effect.ts';
import { RunEvent } from '#domain/run/event.ts';
import { Order } from '#domain/review/order.ts';
import { Review } from '#domain/review/review.ts';
import { Settings } from '#domain/settings/settings.ts';

/** Where a run stands. The order is the order of time. */
export const Stage = z.enum([
  'idle',
  'preparing',
  'discovery',
  'answering',
  'modelling',
  'retrieval',
  'planning',
  'approving',
  'onboarding',
  'drafting',
  'analysing',
  'building',
  'reviewing',
  'reporting',
  'done',
  'cancelled',
]);
export type Stage = z.infer<typeof Stage>;

export const Pause = z.object({ by: z.string(), reason: z.string(), nextStep: z.string(), code: z.string() });
export type Pause = z.infer<typeof Pause>;

/** A task of the approved plan, as the run follows it. */
export const TaskState = z.object({
  id: z.string(),
  title: z.string(),
  milestone: z.string(),
  dependsOn: z.array(z.string()),
  /** As planned; runs of before have none. */
  linesOfCode: z.number().optional(),
  included: z.boolean(),
  progress: z.enum(['waiting', 'drafting', 'drafted', 'failed']),
  attempts: z.number(),
  draft: z.string().nullable().describe('blob hash'),
  fingerprint: z.string().nullable(),
  /** A revision of the plan did not touch it: what was drafted and built of it stays. */
  kept: z.boolean().optional(),
});
export type TaskState = z.infer<typeof TaskState>;

export const PlanState = z.object({
  revision: z.number(),
  /** SHA-256 of the plan as shown; approval is bound to it. */
  hash: z.string(),
  blob: z.string(),
  /** Blob of the plan that this one revises. */
  previous: z.string().nullable().default(null),
  tasks: z.array(TaskState),
  estimate: Estimate,
  commentId: z.number().nullable(),
  /** Further comments that a long plan goes on in. */
  continued: z.array(z.number()).default([]),
  approvedBy: z.string().nullable(),
});
export type PlanState = z.infer<typeof PlanState>;

/** One spec issue's journey; pure data, saved as JSON after every transition. */
export const Run = z.object({
  /** `<owner>/<repo>#<issue>` */
  id: z.string(),
  /** Counts up when a cancelled run is started again. */
  generation: z.number(),
  repository: Repository,
  issue: SpecIssue,
  stage: Stage,
  paused: Pause.nullable(),
  startedBy: z.string().nullable(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  settings: Settings,
  budgetUsd: z.number(),
  discovery: z.object({
    round: z.number(),
    questions: z.array(Question),
    answers: z.array(Answer),
    requirements: z.string().nullable().describe('blob hash'),
    summary: z.string(),
  }),
  patterns: z.string().nullable().describe('blob hash'),
  /** Files of the repository whose text tries to steer MGE. */
  suspicious: z.array(z.string()).optional(),
  plan: PlanState.nullable(),
  onboardingPullRequest: z.number().nullable(),
  /** When the drafts of this plan were ordered, and when the latest of them came. */
  drafting: z.object({ since: z.string(), latest: z.string() }).optional(),
  ahead: Ahead.nullable().optional(),
  build: Build.nullable(),
  pullRequest: z.number().nullable(),
  review: Review.nullable(),
  /** Pieces that people named outside of their threads, and have not been told of yet. */
  orders: z.array(Order).optional(),
  trail: z.array(TrailEntry),
  /** Events of people that wait for the live permission check of their sender. */
  asks: z.array(z.object({ key: z.string(), event: RunEvent })),
  /** What people decided in review threads before the run knew of them: the review was still being posted. */
  early: z.array(z.object({ key: z.string(), event: RunEvent })).optional(),
  /** The model service does not answer, and MGE tries again by itself. */
  waiting: z.object({ since: z.string(), until: z.string(), reason: z.string() }).nullable().optional(),
  /** Effects that were ordered and have not answered; a retry orders the failed ones again. */
  pending: z.array(Effect),
  failed: z.array(Effect),
  /** Effects that a paused run holds back until it is resumed. */
  held: z.array(Effect),
  /** Counts `retry` and `resume`, so that a repeated effect has a key of its own. */
  retries: z.number(),
});
export type Run = z.infer<typeof Run>;
