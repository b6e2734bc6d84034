import { expect } from 'vitest';
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import type { Person } from '#local/github/human/create-person.ts';
import type { IssueThread, PullRequestThread, SeenComment, SeenLineThread } from '#local/github/human/seen.ts';
import { readTallyBase } from '#test/support/scenario-script.ts';
import { REPOSITORY, startScenarioWorld, type ScenarioWorld, type WorldWishes } from '#test/support/scenario-world.ts';

const git = promisify(execFile);

export interface StoryWishes extends WorldWishes {
  /** Whether the validation workflow stands on the default branch already; true when left out. */
  readonly installed?: boolean;
  /** `.github/mge.yml`; share 0.34 when left out. */
  readonly settings?: string;
  /** The body of the spec issue. */
  readonly spec?: string;
  /** Further files of the repository. */
  readonly base?: Readonly<Record<string, string>>;
}

/** A story about one spec issue, in the words of its people. */
export interface Story extends ScenarioWorld {
  /** Has write permission, and writes the spec. */
  readonly ada: Person;
  /** Has no permission at all. */
  readonly mallory: Person;
  readonly issue: number;
  /** The spec issue as its page shows it. */
  page(): IssueThread;
  /** The comment of MGE whose text begins with this marker, or holds this text. */
  find(text: string): SeenComment | undefined;
  /** The status comment's text. */
  status(): string;
  /** Ada says something on the spec issue; everything that follows happens. Gives the comment as it is then. */
  say(text: string, who?: Person): Promise<SeenComment>;
  /** The answers of MGE to a comment: its reactions, without those of people. */
  reactions(comment: SeenComment): string[];
  pull(): PullRequestThread;
  threads(): SeenLineThread[];
  /** Ticks the approval box and lets everything happen, or what happens within so many minutes. */
  tickApproval(who?: Person, minutes?: number): Promise<void>;
  /** From the label to the review: approves the plan on the way. */
  goToReview(): Promise<void>;
  /** Resolves all open threads and lets everything happen. */
  resolveAll(): Promise<void>;
  /** First lines of the messages on the run's branch that are not on main, oldest first. */
  commits(): Promise<string[]>;
  /** A file on the run's branch. */
  file(path: string): Promise<string>;
  branch(): string;
  /** Paths that differ between main and the run's branch. */
  changedPaths(): Promise<string[]>;
  /** Ends the story: everything was as GitHub describes it. */
  end(): Promise<void>;
}

/** Opens the spec issue and labels it; nothing has happened yet. */
export async function beginStory(wishes: StoryWishes = {}): Promise<Story> {
  const world = await startScenarioWorld(wishes);
  const { github } = world;
  const base = await readTallyBase();
  const workflow = renderValidationWorkflow({ actionRef: 'mge-app/mge/action@v1', node: '24', python: '3.13' });
  const files = {
    ...base,
    ...wishes.base,
    ...(wishes.settings === undefined ? {} : { '.github/mge.yml': wishes.settings }),
    ...(wishes.installed === false ? {} : { [VALIDATION_WORKFLOW]: workflow }),
  };
  await github.human.createRepository(REPOSITORY, { files });
  github.human.setPermission(REPOSITORY, 'ada', 'write');
  const ada = github.human.as('ada', REPOSITORY);
  const mallory = github.human.as('mallory', REPOSITORY);
  const issue = ada.openIssue({ title: 'Tally amounts', body: wishes.spec ?? 'Adds up amounts and prints the total.' });
  ada.addLabel(issue, 'spec');
  return tell(world, { ada, mallory, issue });
}

function tell(world: ScenarioWorld, cast: { ada: Person; mallory: Person; issue: number }): Story {
  const { github } = world;
  const settle = (): Promise<void> => world.settle();
  const { ada, issue } = cast;
  const page = (): IssueThread => github.human.issueThread(REPOSITORY, issue);
  const find = (text: string): SeenComment | undefined =>
    page().comments.findLast((comment) => comment.author === 'mge[bot]' && comment.body.includes(text));
  const need = (text: string): SeenComment => {
    const found = find(text);
    if (found === undefined) throw new Error(`MGE said nothing with ${text}; the page:\n${showPage(page())}`);
    return found;
  };
  const pull = (): PullRequestThread => {
    const found = github.human.pullRequests(REPOSITORY).find(({ headRef }) => headRef.startsWith('mge/1-'));
    if (found === undefined) throw new Error(`there is no pull request; the page:\n${showPage(page())}`);
    return github.human.pullRequestThread(REPOSITORY, found.number);
  };
  const threads = (): SeenLineThread[] => pull().reviews.flatMap((review) => review.threads);
  const branch = (): string => pull().head.ref;
  const show = async (...args: string[]): Promise<string> =>
    (await git('git', ['--git-dir', github.gitDir(REPOSITORY), ...args])).stdout;
  const tickApproval = async (who: Person = ada, minutes?: number): Promise<void> => {
    const plan = need('<!-- mge:approve:');
    who.editComment(plan.id, plan.body.replace(/- \[ \](?=.*<!-- mge:approve:)/, '- [x]'));
    await world.settle(minutes);
  };
  return {
    ...world,
    ...cast,
    page,
    find,
    status: () => need('mge:status').body,
    say: async (text, who = ada) => {
      const id = who.comment(issue, text);
      await settle();
      const said = page().comments.find((comment) => comment.id === id);
      if (said === undefined) throw new Error('the comment is gone');
      return said;
    },
    reactions: ({ reactions }) => reactions.filter(({ user }) => user === 'mge[bot]').map(({ content }) => content),
    pull,
    threads,
    tickApproval,
    goToReview: async () => {
      await settle();
      await tickApproval();
    },
    resolveAll: async () => {
      for (const thread of threads().filter(({ isResolved }) => !isResolved)) ada.resolveThread(thread.id);
      await settle();
    },
    commits: async () => (await show('log', '--reverse', '--format=%s', `main..${branch()}`)).trim().split('\n'),
    file: (path) => show('show', `${branch()}:${path}`),
    branch,
    changedPaths: async () => (await show('diff', '--name-only', `main...${branch()}`)).trim().split('\n'),
    end: async () => {
      await settle();
      const findings = github.gateFindings();
      await world.close();
      expect(findings).toEqual([]);
    },
  };
}

function showPage(thread: IssueThread): string {
  return thread.comments.map(({ author, body }) => `— ${author}: ${body.slice(0, 600)}`).join('\n');
}
