import { z } from 'zod';
import { FailedCheck } from '#domain/build/symbol-state.ts';
import { Place } from '#domain/command/command.ts';
import { SpecIssue } from '#domain/run/repository.ts';

const key = { key: z.string().describe('unique in the system: the same key is the same effect, performed once') };

/** What a person reads as a reaction: 👀 seen, 🚀 started, 👍 done, 😕 refused. */
export const Reaction = z.enum(['eyes', 'rocket', '+1', 'confused']);
export type Reaction = z.infer<typeof Reaction>;

/** Everything that a run can order, in the imperative. Performed by the stages of engine/, at least once, idempotently. */
export const Effect = z.discriminatedUnion('type', [
  z.object({ type: z.literal('react'), ...key, place: Place, reaction: Reaction }),
  z.object({ type: z.literal('reply'), ...key, place: Place, text: z.string().describe('Markdown') }),
  z.object({ type: z.literal('authorize-sender'), ...key, sender: z.string(), subject: z.string() }),
  z.object({
    type: z.literal('check-label'),
    ...key,
    sender: z.string(),
    issue: SpecIssue,
    labels: z.array(z.string()),
  }),
  z.object({ type: z.literal('prepare'), ...key }),
  z.object({ type: z.literal('draft-questions'), ...key, round: z.number() }),
  z.object({ type: z.literal('post-questions'), ...key, round: z.number() }),
  z.object({ type: z.literal('model-requirements'), ...key }),
  z.object({ type: z.literal('retrieve-patterns'), ...key }),
  z.object({ type: z.literal('draft-plan'), ...key, revision: z.number(), feedback: z.string() }),
  z.object({
    type: z.literal('post-plan'),
    ...key,
    hash: z.string(),
    shows: z.enum(['plan', 'progress']),
    boxes: z.enum(['merge', 'reset']).optional().describe('whether boxes stay that people just changed; they do'),
  }),
  z.object({
    type: z.literal('check-setup'),
    ...key,
    asked: z.boolean().default(false).describe('a person wants to know, whatever the run is doing'),
  }),
  z.object({
    type: z.literal('draft-task'),
    ...key,
    task: z.string(),
    attempt: z.number(),
    failure: FailedCheck.nullable(),
    previous: z.string().nullable(),
  }),
  z.object({
    type: z.literal('analyse-project'),
    ...key,
    part: z.number().optional().describe('others are still drafted: which part of the project this is'),
    tasks: z.array(z.string()).optional().describe('of the part; all when not given'),
  }),
  z.object({ type: z.literal('dispatch-batch'), ...key, batch: z.number() }),
  z.object({ type: z.literal('collect-batch'), ...key, batch: z.number(), workflowRunId: z.number() }),
  z.object({
    type: z.literal('regenerate-atom'),
    ...key,
    atom: z.string(),
    symbol: z.string(),
    attempt: z.number(),
    failure: FailedCheck.nullable(),
    feedback: z.string(),
  }),
  z.object({ type: z.literal('commit-levels'), ...key, first: z.number(), last: z.number() }),
  z.object({
    type: z.literal('commit-symbols'),
    ...key,
    symbols: z.array(z.string()),
    reason: z.enum(['repair', 'regenerate', 'approve']),
  }),
  z.object({ type: z.literal('open-pull-request'), ...key }),
  z.object({ type: z.literal('post-review'), ...key }),
  z.object({
    type: z.literal('place-remarks'),
    ...key,
    by: z.string(),
    reviewId: z.number().nullable().describe('all comments of this review'),
    commentId: z.number().nullable().describe('or this one'),
    feedback: z.string(),
  }),
  z.object({
    type: z.literal('answer-thread'),
    ...key,
    symbol: z.string(),
    outcome: z.enum(['regenerated', 'edited', 'approved', 'failed']),
  }),
  z.object({ type: z.literal('answer-order'), ...key, place: Place, symbols: z.array(z.string()) }),
  z.object({ type: z.literal('absorb-push'), ...key, before: z.string(), sender: z.string() }),
  z.object({
    type: z.literal('publish-status'),
    ...key,
    place: Place.optional().describe('where somebody asked: answered there too'),
  }),
  z.object({ type: z.literal('learn'), ...key }),
  z.object({ type: z.literal('publish-report'), ...key, place: Place.nullable() }),
]);
export type Effect = z.infer<typeof Effect>;
export type EffectType = Effect['type'];
export type EffectOf<T extends EffectType> = Extract<Effect, { type: T }>;
