/** Where the onboarding pull request puts the workflow that validates candidates. */
export const VALIDATION_WORKFLOW = '.github/workflows/mge-validate.yml';
/** The one artifact that a validation run uploads. */
export const RESULTS_ARTIFACT = 'mge-results';
/** The one file in it. */
export const RESULTS_FILE = 'mge-results.json';
/** Where a candidate commit tells the validation job what to judge. */
export const MANIFEST_PATH = '.mge/level.json';
/** The branch of the pull request that installs the workflow. */
export const SETUP_BRANCH = 'mge/setup';

/** The branch that carries a run's candidates to the validation. */
export function candidateBranch(issue: number): string {
  return `mge-candidates/${issue}`;
}

/** The issue of a candidate branch; null for any other branch. */
export function issueOfCandidateBranch(branch: string): number | null {
  const issue = /^mge-candidates\/([1-9]\d{0,8})$/.exec(branch)?.[1];
  return issue === undefined ? null : Number(issue);
}

/** The dispatch key that the title of a workflow run ends with (`run-name: MGE validation ${{ inputs.key }}`). */
export function keyOfRunTitle(title: string): string | null {
  return /(?:^|\s)([a-z0-9][a-z0-9-]*)\s*$/.exec(title)?.[1] ?? null;
}
