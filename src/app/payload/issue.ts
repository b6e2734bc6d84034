import { z } from 'zod';
import type { SpecIssue } from '#domain/run/repository.ts';

/** The author of an account that is gone. */
const GHOST = 'ghost';

/** The fields of an issue (or of a pull request, seen as an issue) that MGE uses. */
export const Issue = z.object({
  number: z.number().int().positive(),
  title: z.string(),
  body: z.string().nullish(),
  user: z.object({ login: z.string() }).nullish(),
  labels: z.array(z.object({ name: z.string() })).nullish(),
  pull_request: z.looseObject({}).nullish(),
});
export type Issue = z.infer<typeof Issue>;

export function specIssueOf(issue: Issue): SpecIssue {
  return { number: issue.number, title: issue.title, body: issue.body ?? '', author: issue.user?.login ?? GHOST };
}

/** GitHub treats pull requests as issues, and tells them by this field. */
export function isPullRequest(issue: Issue): boolean {
  return issue.pull_request !== undefined && issue.pull_request !== null;
}

export function labelsOf(issue: Issue): string[] {
  return (issue.labels ?? []).map(({ name }) => name);
}
