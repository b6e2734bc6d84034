import { z } from 'zod';
import { AtomState, FailedCheck } from '#domain/build/symbol-state.ts';
import { analysisEvents } from '#domain/run/event/analysis-events.ts';
import { Failure } from '#domain/failure/failure.ts';

/** What came of drafting, building and reviewing. The stages of engine/ make these. */
export const buildingEvents = [
  z.object({ type: z.literal('task-drafted'), task: z.string(), attempt: z.number(), draft: z.string() }),
  z.object({
    type: z.literal('task-draft-rejected'),
    task: z.string(),
    attempt: z.number(),
    failure: FailedCheck,
    draft: z.string().nullable(),
  }),
  ...analysisEvents,
  z.object({
    type: z.literal('batch-dispatched'),
    batch: z.number(),
    sha: z.string(),
    files: z.record(z.string(), z.string()),
    analysis: z.string(),
    atoms: z.array(AtomState).describe('of every symbol whose text changed in this batch'),
    changed: z.array(z.string()).describe('symbols whose text changed in this batch'),
  }),
  z.object({
    type: z.literal('batch-collected'),
    batch: z.number(),
    symbols: z.array(
      z.object({
        symbol: z.string(),
        verdict: z.enum(['passed', 'failed', 'not-executed']),
        blockedBy: z.string().nullable(),
        checks: z.object({ passed: z.number(), failed: z.number(), notExecuted: z.number() }),
        failure: FailedCheck.nullable(),
        weakness: z.string().optional().describe('what its tests do not notice'),
        atom: z.string().nullable().describe('the atom to regenerate when it failed'),
      }),
    ),
    suite: z.object({ passed: z.number(), failed: z.number(), skipped: z.number() }),
    strength: z.object({ planted: z.number(), noticed: z.number() }).optional(),
    passedTests: z.array(z.string()).optional().describe('test files of which all cases passed'),
    sandbox: z.string(),
  }),
  z.object({ type: z.literal('batch-lost'), batch: z.number(), failure: Failure }),
  z.object({
    type: z.literal('atom-regenerated'),
    atom: z.string(),
    symbol: z.string(),
    attempt: z.number(),
    text: z.string(),
  }),
  z.object({
    type: z.literal('atom-regeneration-rejected'),
    atom: z.string(),
    symbol: z.string(),
    attempt: z.number(),
    failure: FailedCheck,
  }),
  z.object({ type: z.literal('levels-committed'), first: z.number(), last: z.number(), sha: z.string() }),
  z.object({ type: z.literal('symbols-committed'), symbols: z.array(z.string()), sha: z.string() }),
  z.object({ type: z.literal('pull-request-opened'), number: z.number() }),
  z.object({
    type: z.literal('review-posted'),
    threads: z.array(z.object({ symbol: z.string(), atom: z.string(), commentId: z.number() })),
  }),
  z.object({
    type: z.literal('remarks-placed'),
    by: z.string(),
    remarks: z.array(z.object({ symbol: z.string(), commentId: z.number(), rootId: z.number(), text: z.string() })),
    lost: z.array(z.object({ commentId: z.number(), rootId: z.number() })).describe('on code that is not the run’s'),
  }),
  z.object({
    type: z.literal('push-absorbed'),
    before: z.string(),
    after: z.string(),
    files: z.record(z.string(), z.string()),
    analysis: z.string(),
    changed: z.array(z.string()),
    undone: z.array(z.string()).default([]).describe('committed once, and taken off the branch again'),
    atoms: z.array(AtomState),
    by: z.string(),
  }),
  z.object({ type: z.literal('report-published') }),
  z.object({ type: z.literal('effect-done'), effect: z.string().describe('an effect that only shows something') }),
  z.object({
    type: z.literal('effect-postponed'),
    effect: z.string().describe('its type'),
    until: z.string().describe('ISO 8601'),
    failure: Failure,
  }),
  z.object({ type: z.literal('effect-held'), effect: z.string().describe('its turn came while the run was paused') }),
  z.object({ type: z.literal('effect-failed'), effect: z.string(), failure: Failure }),
] as const;
