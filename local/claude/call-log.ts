/** One request to the Messages API, as it ended. */
export interface LoggedCall {
  readonly stage: string;
  readonly subject: string;
  readonly attempt: number;
  readonly model: string;
  readonly status: number;
  /** `end_turn`, `max_tokens`, `refusal`, `cut`, or the type of an error. */
  readonly outcome: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Equal for equal requests. */
  readonly requestHash: string;
}

export interface CallLog {
  add(call: LoggedCall): void;
  all(): readonly LoggedCall[];
}

/** Keeps every call, to prove that nothing is paid twice. */
export function createCallLog(): CallLog {
  const calls: LoggedCall[] = [];
  return { add: (call) => void calls.push(call), all: () => calls };
}
