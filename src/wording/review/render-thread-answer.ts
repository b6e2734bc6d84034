import type { SymbolState } from '#domain/build/symbol-state.ts';
import { inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { diffLines } from '#domain/review/diff-lines.ts';
import { fence } from '#domain/review/fence.ts';
import type { ReviewThread } from '#domain/review/review.ts';
import type { EffectOf } from '#domain/run/effect.ts';

export interface ThreadAnswer {
  readonly outcome: EffectOf<'answer-thread'>['outcome'];
  readonly thread: ReviewThread;
  readonly state: SymbolState | null;
  /** The text before and now, where there is a difference to show. */
  readonly texts: { readonly before: string | null; readonly after: string } | null;
}

/** What MGE answers in a review thread. */
export function renderThreadAnswer(answer: ThreadAnswer): string {
  switch (answer.outcome) {
    case 'regenerated':
      return [
        `Written anew as you asked, and it passed${checksText(answer.state)}. It is committed on the branch.`,
        difference(answer),
        'Resolve this thread if it is right now, or reply `/mge regenerate` once more.',
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    case 'edited':
      return `Your edit passed${checksText(answer.state)}. It stands as you wrote it.`;
    case 'approved':
      return `Accepted${answer.thread.by === null ? '' : ` by ${inlineMarkdown(answer.thread.by)}`}: it stands as it is.`;
    case 'failed':
      return failedText(answer);
  }
}

function checksText(state: SymbolState | null): string {
  if (state === null) return '';
  const { passed, notExecuted } = state.checks;
  const missing = notExecuted === 0 ? '' : `; ${notExecuted} could not run`;
  return ` (${passed} ${passed === 1 ? 'check' : 'checks'}${missing})`;
}

function difference({ texts }: ThreadAnswer): string {
  if (texts === null) return '';
  if (texts.before === null) return fence('', texts.after);
  return fence(
    'diff',
    diffLines(texts.before, texts.after)
      .map(({ mark, text }) => `${mark}${text}`)
      .join('\n'),
  );
}

function failedText({ state }: ThreadAnswer): string {
  const failure = state?.failure ?? null;
  const why =
    failure === null
      ? ''
      : `\n\nThe ${inlineMarkdown(failure.check)} check failed:\n\n${fence('text', `${failure.message}\n${failure.detail}`.trim().slice(0, 3000))}`;
  return `The new text did not pass, so the branch was left as it was.${why}\n\nReply \`/mge regenerate\` with more to go on, edit it on the branch, or \`/mge approve\` the text as it is.`;
}
