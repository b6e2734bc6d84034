import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';

export const SETUP_TITLE = 'Let MGE validate its work in GitHub Actions';

/** The body of the onboarding pull request. */
export function renderSetupBody(issue: number, withSettings: boolean): string {
  const settings = withSettings
    ? `\n- \`${SETTINGS_PATH}\`: MGE’s settings, all commented out. Change what you like, or delete the file: the defaults work.`
    : '';
  return `MGE checks every piece of code that it writes in a workflow of this repository, before it commits it to its branch.

This pull request adds
- \`${VALIDATION_WORKFLOW}\`: the workflow. It runs only when MGE starts it, may only read this repository, has no secrets, and runs the generated code in a sandbox without network.${settings}

Merge it, and the run of #${issue} goes on by itself. Close it, and nothing is built.
`;
}

/** The comment on the spec issue while the pull request waits. */
export function renderSetupNotice(pullRequest: number): string {
  return `### One thing before I build

I need a workflow on the default branch to check my work in. #${pullRequest} adds it and says what it may do.

**Please merge #${pullRequest}.** I go on by myself then; nothing else is needed.`;
}

export function renderSetupDone(pullRequest: number): string {
  return `### Set up

The workflow of #${pullRequest} is in place. I am going on.`;
}

export const SETUP_COMMIT = `ci: add the workflow that MGE validates in

It runs on demand only, reads the repository, and holds no secret.
`;

/** What an empty repository begins with. */
export function firstCommit(repository: string) {
  return { changes: [{ path: 'README.md', text: `# ${repository}\n` }], message: 'docs: add a README\n' };
}
