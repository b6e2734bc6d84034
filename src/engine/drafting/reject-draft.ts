import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { MgeError } from '#domain/failure/mge-error.ts';
import { createEvidence } from '#domain/verdict/create-evidence.ts';

export type DraftCheck = 'syntax' | 'interface' | 'paths' | 'truncated' | 'refused' | 'invalid';

/**
 * The evidence of a rejected draft: the first problems as the message, all as the detail. Equal problems give an equal
 * fingerprint, whatever order they come in.
 */
export function rejectDraft(
  check: DraftCheck,
  problems: readonly string[],
  place: { readonly file: string | null; readonly line: number | null } = { file: null, line: null },
  details: readonly string[] = problems,
): FailedCheck {
  const message = problems.toSorted().slice(0, 3).join(' ');
  return createEvidence({ check, message, ...place, detail: details.map((each) => `- ${each}`).join('\n') });
}

/** The evidence of an answer that the model did not give; null for a failure that is not of the answer. */
export function rejectAnswer(failure: MgeError): FailedCheck | null {
  switch (failure.code) {
    case 'model-truncated':
      return rejectDraft('truncated', ['The answer was cut off at the limit of its length.']);
    case 'model-refused':
      return rejectDraft('refused', ['The model refused to answer.']);
    case 'model-answer-invalid':
      return rejectDraft('invalid', [`The answer did not have the shape that was asked for. ${failure.message}`]);
    default:
      return null;
  }
}
