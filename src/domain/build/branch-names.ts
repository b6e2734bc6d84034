import type { Run } from '#domain/run/run.ts';

const LONGEST_SLUG = 40;

/** The branch that a run writes: `mge/12-expense-ledger`. */
export function runBranch(run: Run): string {
  const slug = slugOf(run.issue.title);
  return `${run.settings.branch_prefix}/${run.issue.number}${slug === '' ? '' : `-${slug}`}`;
}

function slugOf(title: string): string {
  return (
    title
      .normalize('NFKD')
      .toLowerCase()
      .replaceAll(/[\u0300-\u036f]/g, '')
      .replaceAll(/[^a-z0-9]+/g, '-')
      .replaceAll(/^-+|-+$/g, '')
      .slice(0, LONGEST_SLUG + 1)
      // Never half a word, unless the first is too long by itself.
      .replace(new RegExp(`^(.{1,${LONGEST_SLUG}})(?:-.*|$)`), '$1')
      .slice(0, LONGEST_SLUG)
  );
}
