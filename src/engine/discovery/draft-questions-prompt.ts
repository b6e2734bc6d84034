import { delimit } from '#domain/prompt/delimit.ts';
import { requestLine } from '#domain/prompt/request-line.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import { UNTRUSTED_RULE } from '#domain/prompt/untrusted-rule.ts';
import type { Run } from '#domain/run/run.ts';
import { renderAnswersForModel } from '#engine/discovery/render-answers-for-model.ts';
import type { PromptBlock } from '#ports/language-model.ts';

const SYSTEM = `You are the analyst of a small, careful engineering team. A team has written a spec issue; an automatic process will plan,
write, test and submit the code. Before it starts, you find out what the spec leaves open.

Ask only what passes all three tests:
1. Two careful engineers could answer it differently from the spec and the repository.
2. The answers lead to different code or a different interface, and changing it later would cost more than asking now.
3. A person of the team can answer it without research.

Never ask what the spec says, what the repository shows (its language, style, tools), what has one sensible answer, or
matters of taste. Prefer, in this order: behaviour at the edges (rounding, empty and duplicate input, errors), rules that must
always hold, what is out of scope, data formats and persistence, the tech stack where the repository does not fix it.

At most five questions, the most costly to get wrong first. For each: one plain sentence that a product owner understands;
why it matters, as one sentence that says what changes with the answer; two to four options that exclude each other and can be
built, keyed A, B, C, D; the key you recommend, which is the option that a cautious team would take. Ask in the spec's language.
If nothing passes the tests, answer with an empty list. That is a good answer.

${UNTRUSTED_RULE}`;

export function draftQuestionsSystem(): PromptBlock[] {
  return [{ text: SYSTEM, cache: '5m' }];
}

export interface DraftQuestionsMaterial {
  readonly run: Run;
  readonly round: number;
  readonly attempt: number;
  /** From `projectOverview`. */
  readonly overview: string;
  /** Comments of the spec's author and of whoever started the run, oldest first. */
  readonly comments: readonly string[];
}

export function draftQuestionsUser({ run, round, attempt, overview, comments }: DraftQuestionsMaterial): PromptBlock[] {
  const context = joinSections(
    section('The repository today', overview),
    section('The spec issue', delimit('spec issue', `${run.issue.title}\n\n${run.issue.body}`, { limit: 40_000 })),
  );
  const again =
    round === 1
      ? 'This is the first round.'
      : `This is round ${round}. Ask again only if an answer above opened something new that passes the tests; most often it did not.`;
  const task = joinSections(
    requestLine('discovery', `round-${round}`, attempt),
    section(
      'Comments of the spec’s author',
      comments.map((each) => delimit('comment', each, { limit: 4000 })).join('\n'),
    ),
    section('Asked and answered so far', renderAnswersForModel(run.discovery)),
    section('Task', `${again} Which questions must the team answer before the work is planned?`),
  );
  return [{ text: context, cache: '5m' }, { text: task }];
}
