import type { z } from 'zod';
import type { ModelChoice } from '#domain/settings/settings.ts';

export interface PromptBlock {
  readonly text: string;
  /** Marks the end of a stable prefix that is worth caching. */
  readonly cache?: '5m' | '1h';
}

/** One question to the model. The answer is JSON that `answer` describes. */
export interface ModelRequest<T> {
  readonly run: string;
  /** What the ledger books it under: `discovery`, `requirements`, `masterplan`, `draft`, `regenerate`. */
  readonly stage: string;
  /** The task or atom it is for, or an empty string. */
  readonly subject: string;
  readonly attempt: number;
  readonly choice: ModelChoice;
  readonly system: readonly PromptBlock[];
  readonly user: readonly PromptBlock[];
  readonly answer: z.ZodType<T>;
  readonly maxTokens: number;
  /** Nobody is in a hurry: it may go into a batch, which costs half and answers within a day. */
  readonly unhurried?: boolean;
  /** The run's cap; the call is refused with `budget-reached` when it could pass it. */
  readonly budgetUsd: number;
}

export interface ModelReply<T> {
  readonly value: T;
  readonly costUsd: number;
  /** True when the ledger already held the answer and nothing was paid. */
  readonly replayed: boolean;
}

/**
 * Text in, a checked answer out. Throws `MgeError`: `model-truncated`, `model-refused`, `model-answer-invalid` (the caller
 * may try another attempt), `model-rate-limited`, `model-overloaded`, `model-unavailable` (the queue tries again),
 * `model-request-rejected`, `budget-reached`, `run-over` (nothing more is asked), `model-batched` (an unhurried request whose
 * answer is still to come).
 */
export interface LanguageModel {
  complete<T>(request: ModelRequest<T>): Promise<ModelReply<T>>;
}
