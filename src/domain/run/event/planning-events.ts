import { z } from 'zod';
import { Question } from '#domain/discovery/question.ts';
import { Estimate } from '#domain/plan/estimate.ts';
import { SpecIssue } from '#domain/run/repository.ts';
import { Settings } from '#domain/settings/settings.ts';

/** What came of an effect. The stages of engine/ before the build make these. */
export const planningEvents = [
  z.object({
    type: z.literal('sender-authorized'),
    sender: z.string(),
    granted: z.boolean(),
    permission: z.string(),
    subject: z.string().describe('key of the event that asked'),
  }),
  z.object({
    type: z.literal('label-checked'),
    sender: z.string(),
    issue: SpecIssue,
    isSpec: z.boolean().describe('one of the labels is the one that the settings name'),
  }),
  z.object({
    type: z.literal('prepared'),
    settings: Settings,
    defaultBranch: z.string(),
    problem: z.string().nullable(),
  }),
  z.object({ type: z.literal('questions-drafted'), round: z.number(), questions: z.array(Question) }),
  z.object({ type: z.literal('requirements-modelled'), requirements: z.string(), summary: z.string() }),
  z.object({
    type: z.literal('patterns-retrieved'),
    patterns: z.string(),
    suspicious: z.array(z.string()).optional().describe('files whose text tries to steer MGE'),
  }),
  z.object({
    type: z.literal('plan-drafted'),
    revision: z.number(),
    hash: z.string(),
    blob: z.string(),
    tasks: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        milestone: z.string(),
        dependsOn: z.array(z.string()),
        linesOfCode: z.number().optional(),
        untouched: z.boolean().optional().describe('by this revision of the plan'),
      }),
    ),
    estimate: Estimate,
  }),
  z.object({
    type: z.literal('plan-posted'),
    hash: z.string(),
    commentId: z.number(),
    continued: z.array(z.number()).optional(),
  }),
  z.object({ type: z.literal('setup-checked'), ready: z.boolean(), pullRequest: z.number().nullable() }),
] as const;
