import type { SymbolState } from '#domain/build/symbol-state.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import type { ReviewThread } from '#domain/review/review.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import { checksText, difference, evidence, type Versions } from '#wording/review/outcome-parts.ts';

export interface ThreadAnswer {
  readonly outcome: EffectOf<'answer-thread'>['outcome'];
  readonly thread: ReviewThread;
  readonly state: SymbolState | null;
  /** Where there is a difference to show. */
  readonly texts: Versions | null;
}

/** What MGE answers in a review thread. */
export function renderThreadAnswer(answer: ThreadAnswer): string {
  switch (answer.outcome) {
    case 'regenerated':
      return [
        `Written anew as you asked, and it passed${checksText(answer.state)}. It is committed on the branch.`,
        ...(answer.texts === null ? [] : [difference(answer.texts)]),
        'Resolve this thread if it is right now, or reply `/mge regenerate` once more.',
      ].join('\n\n');
    case 'edited':
      return `Your edit passed${checksText(answer.state)}. It stands as you wrote it.`;
    case 'approved':
      return `Accepted${answer.thread.by === null ? '' : ` by ${inlineMarkdown(answer.thread.by)}`}: it stands as it is.`;
    case 'failed':
      return failedText(answer);
  }
}

function failedText({ state }: ThreadAnswer): string {
  const failure = state?.failure ?? null;
  return [
    'The new text did not pass, so the branch was left as it was.',
    ...(failure === null ? [] : [evidence(failure)]),
    'Reply `/mge regenerate` with more to go on, edit it on the branch, or `/mge approve` the text as it is.',
  ].join('\n\n');
}
