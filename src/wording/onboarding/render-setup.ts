import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { SETTINGS_PATH } from '#domain/settings/settings-path.ts';

export const SETUP_TITLE = 'Let MGE validate its work in GitHub Actions';

/** The body of the onboarding pull request. */
export function renderSetupBody(issue: number | null, withSettings: boolean): string {
  const then =
    issue === null
      ? 'Merge it, then label an issue `spec`: I plan it, and build nothing before somebody here has approved the plan and its price.'
      : `Merge it, and the run of #${issue} goes on by itself.`;
  const settings = withSettings
    ? `\n- \`${SETTINGS_PATH}\`: my settings, all commented out. Change what you like, or delete the file: the defaults work.`
    : '';
  return `I check every piece of code that I write in a workflow of this repository, before I commit it to my branch.

This pull request adds
- \`${VALIDATION_WORKFLOW}\`: the workflow. It runs only when I start it, may only read this repository, has no secrets, and runs the generated code in a sandbox without network.${settings}

${then} Close it, and nothing is built; \`/mge setup\` on an issue opens it again.
`;
}

/** The comment on the issue while the pull request waits; `isWaiting`: so does a run. */
export function renderSetupNotice(pullRequest: number, isWaiting: boolean): string {
  const then = isWaiting
    ? 'I go on by myself then; nothing else is needed.'
    : 'Specs of this repository can be built then.';
  return `### One thing before I build

I need a workflow on the default branch to check my work in. #${pullRequest} adds it and says what it may do.

**Please merge #${pullRequest}.** ${then}`;
}

/** `pullRequest`: what a run waited for; null when somebody only asked. */
export function renderSetupDone(pullRequest: number | null): string {
  return pullRequest === null
    ? '### Set up\n\nThe validation workflow stands on the default branch. Nothing is left to do.'
    : `### Set up\n\nThe workflow of #${pullRequest} is in place. I am going on.`;
}

export const SETUP_COMMIT = `ci: add the workflow that MGE validates in

It runs on demand only, reads the repository, and holds no secret.
`;

/** What an empty repository begins with. */
export function firstCommit(repository: string) {
  return { changes: [{ path: 'README.md', text: `# ${repository}\n` }], message: 'docs: add a README\n' };
}
