import type { Run } from '#domain/run/run.ts';

/** The workflow that the onboarding pull request installs, and that judges candidates. */
export const VALIDATION_WORKFLOW = '.github/workflows/mge-validate.yml';

/** Where a candidate commit tells the validation job what to judge. */
export const MANIFEST_PATH = '.mge/level.json';

const LONGEST_SLUG = 40;

/** The branch that a run writes: `mge/12-expense-ledger`. */
export function runBranch(run: Run): string {
  const slug = slugOf(run.issue.title);
  return `${run.settings.branch_prefix}/${run.issue.number}${slug === '' ? '' : `-${slug}`}`;
}

/** The branch that holds candidates to be judged; forced, and never merged. */
export function candidateBranch(run: Run): string {
  return `mge-candidates/${run.issue.number}`;
}

function slugOf(title: string): string {
  return title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST_SLUG)
    .replaceAll(/^-+|-+$/g, '');
}
