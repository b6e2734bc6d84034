import { z } from 'zod';
import { Command, Place } from '#domain/command/command.ts';
import { Repository, SpecIssue } from '#domain/run/repository.ts';

const base = { repository: Repository };
const sender = { sender: z.string() };

/** What people and GitHub did. The handlers of app/ make these. */
export const outsideEvents = [
  z.object({
    type: z.literal('issue-labelled'),
    ...base,
    ...sender,
    issue: SpecIssue,
    labels: z.array(z.string()).describe('which of them marks a spec is in the settings'),
  }),
  z.object({ type: z.literal('spec-labelled'), ...base, ...sender, issue: SpecIssue }),
  z.object({ type: z.literal('spec-edited'), ...base, ...sender, issue: SpecIssue }),
  z.object({ type: z.literal('spec-unlabelled'), ...base, ...sender, label: z.string() }),
  z.object({ type: z.literal('issue-gone'), ...base, ...sender, how: z.enum(['deleted', 'transferred']) }),
  z.object({ type: z.literal('issue-closed'), ...base, ...sender }),
  z.object({
    type: z.literal('command-given'),
    ...base,
    ...sender,
    issue: SpecIssue,
    command: Command,
    place: Place,
    planHash: z.string().nullable(),
  }),
  z.object({
    type: z.literal('command-misspelt'),
    ...base,
    ...sender,
    issue: SpecIssue,
    place: Place,
    problem: z.string(),
  }),
  z.object({ type: z.literal('replied'), ...base, ...sender, text: z.string(), place: Place }),
  z.object({
    type: z.literal('plan-edited'),
    ...base,
    ...sender,
    planHash: z.string(),
    ticked: z.array(z.string()).describe('by this person, in this edit'),
    unticked: z.array(z.string()),
    shownTicked: z.array(z.string()).describe('as the comment showed it after the edit'),
    shownUnticked: z.array(z.string()),
    approved: z.boolean(),
    commentId: z.number(),
  }),
  z.object({ type: z.literal('thread-resolved'), ...base, ...sender, rootId: z.number() }),
  z.object({ type: z.literal('pull-request-reopened'), ...base, ...sender }),
  z.object({ type: z.literal('access-restored') }).describe('the app was suspended, and is let in again'),
  z.object({ type: z.literal('pull-request-closed'), ...base, ...sender, merged: z.boolean() }),
  z.object({
    type: z.literal('review-submitted'),
    ...base,
    ...sender,
    verdict: z.enum(['approved', 'changes-requested', 'commented']),
    headSha: z.string(),
    reviewId: z.number(),
  }),
  z.object({ type: z.literal('branch-pushed'), ...base, ...sender, before: z.string(), after: z.string() }),
  z.object({
    type: z.literal('workflow-completed'),
    ...base,
    key: z.string(),
    workflowRunId: z.number(),
    headSha: z.string(),
    conclusion: z.string(),
  }),
  z.object({ type: z.literal('onboarding-merged'), ...base }),
] as const;
