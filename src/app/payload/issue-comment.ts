import { z } from 'zod';
import { Issue } from '#app/payload/issue.ts';
import { originFields } from '#app/payload/origin.ts';

export const IssueCommentPayload = z.object({
  ...originFields,
  issue: Issue,
  comment: z.object({
    id: z.number(),
    body: z.string().nullish(),
    user: z.object({ login: z.string() }).nullish(),
    performed_via_github_app: z.object({ id: z.number() }).nullish(),
  }),
  changes: z.object({ body: z.object({ from: z.string() }).nullish() }).nullish(),
});
export type IssueCommentPayload = z.infer<typeof IssueCommentPayload>;
