import { delimit } from '#domain/prompt/delimit.ts';
import { requestLine } from '#domain/prompt/request-line.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import { UNTRUSTED_RULE } from '#domain/prompt/untrusted-rule.ts';
import type { Run } from '#domain/run/run.ts';
import { renderAnswersForModel } from '#engine/discovery/render-answers-for-model.ts';
import type { PromptBlock } from '#ports/language-model.ts';

const SYSTEM = `You are the analyst of a small, careful engineering team. You turn a spec issue and the answers to your questions into
requirements, a domain model and a tech stack, from which others plan and write the code without asking you again.

Requirements: R1, R2, … each one behaviour that can be seen from outside, in one or two sentences, with an acceptance
that a test can check: concrete input, concrete outcome, also at the edges. Cover everything the spec and the answers ask for;
add nothing they do not ask for. An answer outweighs the spec where they differ.

Domain model, in the sense of domain-driven design: bounded contexts with one purpose each; their entities and value objects
under the names the team uses; invariants as sentences that are always true and that code can enforce ("the shares of an
expense add up to its amount, to the cent"). A small feature has one context.

Tech stack: what the repository already uses, if it holds code; never switch its language, test runner or package manager.
For a new project the least that does the job: the language's own standard library and test runner before packages. Name a
package only where writing its work by hand would be wrong, and say so in the reason.

Out of scope: what a reader might expect and will not get. Summary: three to five plain sentences for the team, in the
spec's language: what will be built, the decisions that shaped it, what is left out.

${UNTRUSTED_RULE}`;

export function modelRequirementsSystem(): PromptBlock[] {
  return [{ text: SYSTEM, cache: '5m' }];
}

export interface ModelRequirementsMaterial {
  readonly run: Run;
  readonly attempt: number;
  readonly overview: string;
  readonly comments: readonly string[];
}

export function modelRequirementsUser({ run, attempt, overview, comments }: ModelRequirementsMaterial): PromptBlock[] {
  const context = joinSections(
    section('The repository today', overview),
    section('The spec issue', delimit('spec issue', `${run.issue.title}\n\n${run.issue.body}`, { limit: 40_000 })),
  );
  const task = joinSections(
    requestLine('requirements', 'spec', attempt),
    section(
      'Comments of the spec’s author',
      comments.map((each) => delimit('comment', each, { limit: 4000 })).join('\n'),
    ),
    section('The team’s answers', renderAnswersForModel(run.discovery)),
    section('Task', 'Write the requirements, the domain model and the tech stack of this spec.'),
  );
  return [{ text: context, cache: '5m' }, { text: task }];
}
