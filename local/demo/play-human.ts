import type { Scenario } from '#local/demo/scenario.ts';
import { mergeSetup, SETUP } from '#local/demo/merge-setup.ts';
import { openQuestions } from '#local/demo/open-questions.ts';
import { isAbout } from '#local/demo/is-about.ts';
import type { LocalGitHub } from '#local/github/start-local-github.ts';
import type { SeenLineThread } from '#local/github/human/seen.ts';

export interface HumanRequest {
  readonly github: LocalGitHub;
  readonly repository: string;
  readonly scenario: Scenario;
  /** Tells what the person did, one short sentence each. */
  readonly tell: (deed: string) => void;
}

/** A person at work: looks at the pages now and then and does what is asked there, as the script says. */
export interface Human {
  /** Opens the spec issue and labels it; gives its number. */
  begin(): number;
  /** Looks once, and does what is to be done. */
  look(): Promise<void>;
}

const APPROVAL = /^- \[ \] (.*<!-- mge:approve:)/m;

export function createHuman(request: HumanRequest): Human {
  const { github, repository, scenario, tell } = request;
  const { human: script, title, body } = scenario;
  const person = github.human.as(script.login, repository);
  const done = new Set<string>();
  let issue = 0;

  /** Does something the first time that its occasion is seen. */
  function once(occasion: string, deed: () => void): void {
    if (done.has(occasion)) return;
    done.add(occasion);
    deed();
  }

  function readIssue(): void {
    for (const comment of github.human.issueThread(repository, issue).comments) {
      if (comment.body.startsWith('<!-- mge:questions-') && comment.body.includes('/mge defaults'))
        answer(openQuestions(comment.body));
      if (comment.body.startsWith('<!-- mge:plan-') && APPROVAL.test(comment.body)) {
        once(`plan ${comment.body}`, () => {
          person.editComment(comment.id, comment.body.replace(APPROVAL, '- [x] $1'));
          tell('ticks “Approve this plan”');
        });
      }
    }
  }

  /** Each round once: the questions of all rounds stand in one comment. */
  function answer(open: string): void {
    once(`questions ${open}`, () => {
      person.comment(issue, script.answers ?? '/mge defaults');
      tell(`answers: ${(script.answers ?? '/mge defaults').replaceAll('\n', ' · ')}`);
    });
  }

  async function review(): Promise<void> {
    const pull = github.human.pullRequests(repository).find((each) => each.headRef !== SETUP);
    if (pull === undefined) return;
    const threads = github.human.pullRequestThread(repository, pull.number).reviews.flatMap((each) => each.threads);
    if (threads.length === 0) return;
    const { regenerate, edit } = script;
    if (edit !== null && !done.has('edit')) {
      done.add('edit');
      await person.commitFile(pull.headRef, edit.file, edit.content, edit.message);
      tell(`edits ${edit.file} by hand: “${edit.message}”`);
    }
    if (regenerate !== null) {
      once('regenerate', () => {
        const thread = threads.find((each) => isAbout(each, regenerate.symbol));
        if (thread !== undefined) person.replyToReviewComment(thread.id, `/mge regenerate ${regenerate.feedback}`);
        else person.comment(pull.number, `/mge regenerate ${regenerate.symbol} ${regenerate.feedback}`);
        tell(`sends ${regenerate.symbol} back: “${regenerate.feedback}”`);
      });
    }
    for (const thread of threads.filter((each) => !each.isResolved)) decide(thread);
  }

  /** Most threads are read and resolved; one is approved in words; the others wait for what was asked there. */
  function decide(thread: SeenLineThread): void {
    const { approve, edit, regenerate } = script;
    if (edit !== null && isAbout(thread, edit.symbol)) return;
    if (regenerate !== null && isAbout(thread, regenerate.symbol) && !thread.comments.at(-1)?.body.includes('```diff'))
      return;
    once(`thread ${thread.id}`, () => {
      if (approve !== null && isAbout(thread, approve.symbol)) {
        person.replyToReviewComment(thread.id, `/mge approve\n\n${approve.comment}`);
        tell(`approves ${approve.symbol}: “${approve.comment}”`);
      } else {
        person.resolveThread(thread.id);
        tell(`reads and resolves the thread on ${thread.path}`);
      }
    });
  }

  return {
    begin() {
      issue = person.openIssue({ title, body });
      person.addLabel(issue, 'spec');
      tell(`opens #${issue} “${title}” and labels it spec`);
      return issue;
    },
    async look() {
      readIssue();
      if (!done.has('setup') && (await mergeSetup(request))) done.add('setup');
      await review();
    },
  };
}
