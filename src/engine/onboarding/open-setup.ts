import { MgeError } from '#domain/failure/mge-error.ts';
import type { Repository } from '#domain/run/repository.ts';
import { SETUP_BRANCH } from '#domain/run/validation-run.ts';
import { prepareSetupBranch } from '#engine/onboarding/prepare-setup-branch.ts';
import { renderSetupBody, SETUP_TITLE } from '#wording/onboarding/render-setup.ts';
import type { PullRequests } from '#ports/github/pull-requests.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface OpenSetupDependencies {
  readonly sourceTree: SourceTree;
  readonly pullRequests: PullRequests;
  /** The text of the validation workflow. */
  readonly renderWorkflow: () => string;
}

export interface WantedSetup {
  readonly repository: Repository;
  /** The default branch's head. */
  readonly parent: string;
  /** Of the commit. */
  readonly date: Date;
  /** The issue whose run goes on once it is merged; null: nobody's. */
  readonly issue: number | null;
}

/** Opens the pull request that adds the workflow and the settings, or brings the open one up to date. Answers its number. */
export async function openSetup(deps: OpenSetupDependencies, wanted: WantedSetup): Promise<number> {
  const { repository, parent, date, issue } = wanted;
  const setup = { repository, branch: SETUP_BRANCH, parent, workflow: deps.renderWorkflow(), date };
  const { withSettings } = await prepareSetupBranch(deps.sourceTree, setup).catch((error: unknown) => {
    // A run and the installation may want it at the same moment: then the branch of whoever was first is looked at.
    if (error instanceof MgeError && error.code === 'branch-moved') return prepareSetupBranch(deps.sourceTree, setup);
    throw error;
  });
  return deps.pullRequests.open(repository, {
    head: SETUP_BRANCH,
    base: repository.defaultBranch,
    title: SETUP_TITLE,
    body: renderSetupBody(issue, withSettings),
    draft: false,
  });
}
