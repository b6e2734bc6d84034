import type { SymbolState } from '#domain/build/symbol-state.ts';
import { symbolPath } from '#domain/build/symbol-path.ts';
import { codeSpan } from '#domain/prompt/inline-markdown.ts';
import { checksText, difference, evidence, type Versions } from '#wording/review/outcome-parts.ts';

/** What came of one piece that a person named outside of its review thread. */
export interface OrderedPiece {
  /** Its id; the state is null when a revised plan took it away. */
  readonly id: string;
  readonly state: SymbolState | null;
  /** True when its level is on the branch. */
  readonly onBranch: boolean;
  readonly texts: Versions | null;
}

/** Differences and evidence are shown of this many pieces; the others are told in a line. */
const SHOWN = 10;
const DETAIL_LIMIT = 5000;

/** The answer to `/mge regenerate name … what should change`, where it was written. */
export function renderOrderAnswer(pieces: readonly OrderedPiece[]): string {
  const parts = pieces.map((piece, index) => [headline(piece), ...(index < SHOWN ? details(piece) : [])].join('\n\n'));
  return [...parts, nextStep(pieces)].join('\n\n');
}

function headline({ id, state, onBranch }: OrderedPiece): string {
  if (state === null) return `${codeSpan(id)} is not part of the plan any more, so it was not written anew.`;
  const name = `${codeSpan(symbolPath(state))} in ${codeSpan(state.file)}`;
  switch (state.progress) {
    case 'flagged':
      return `${name}: the new text **did not pass**, so the branch was left as it was.`;
    case 'candidate':
    case 'regenerating':
      return `${name} is being written anew once more.`;
    case 'validated':
    case 'unproved':
    case 'existing': {
      const where = onBranch ? 'It is committed on the branch.' : `It is committed with level ${state.level}.`;
      return `${name}: written anew as you asked, and it **passed**${checksText(state)}. ${where}`;
    }
  }
}

function details({ state, texts }: OrderedPiece): string[] {
  if (state?.progress === 'flagged') return state.failure === null ? [] : [evidence(state.failure)];
  if (texts === null || state === null) return [];
  const shown = difference(texts);
  const title = texts.before === null ? 'Its text' : 'What changed';
  return shown.length > DETAIL_LIMIT ? [] : [`<details><summary>${title}</summary>\n\n${shown}\n\n</details>`];
}

function nextStep(pieces: readonly OrderedPiece[]): string {
  const failed = pieces.some(({ state }) => state?.progress === 'flagged');
  return failed
    ? 'Say `/mge regenerate` with more to go on, or edit it on the branch.'
    : 'Not right yet? Say `/mge regenerate` once more, with what should change.';
}
