import { ApiError } from '#local/claude/api-error.ts';
import { checkAnswer } from '#local/claude/check-answer.ts';
import type { createChooseRule } from '#local/claude/choose-rule.ts';
import { countTokens, type createCountInput } from '#local/claude/count-usage.ts';
import type { Reply } from '#local/claude/message-body.ts';
import type { MessageRequest } from '#local/claude/message-request.ts';
import type { RequestLine } from '#local/claude/request-line.ts';
import type { ScriptFolder } from '#local/claude/script-folder.ts';
import type { Deviation } from '#local/claude/script.ts';
import { scriptedAnswer } from '#local/claude/scripted-answer.ts';

/** Thinking for each token of answer, by effort. */
const THINKING: Readonly<Record<string, number>> = { low: 0, medium: 0.2, high: 0.6, xhigh: 1, max: 2 };

export interface Composed {
  readonly reply: Reply;
  /** True when the line is to break in the middle. */
  readonly cut: boolean;
}

type ComposeReply = (request: MessageRequest, line: RequestLine, id: string) => Composed;

/** What the script answers to a request. Throws `ApiError` where it answers with an error, or has no answer. */
export function createComposeReply(dependencies: {
  folder: ScriptFolder;
  chooseRule: ReturnType<typeof createChooseRule>;
  countInput: ReturnType<typeof createCountInput>;
}): ComposeReply {
  const { folder, chooseRule, countInput } = dependencies;
  function jsonAnswer(request: MessageRequest, line: RequestLine, deviation: Deviation | null): string {
    const answer = scriptedAnswer(folder, line, deviation);
    if (answer === null) {
      throw new ApiError('not_found_error', `the script has no answer to ${line.stage} "${line.subject}"`);
    }
    checkAnswer(request, answer);
    return JSON.stringify(answer);
  }

  return (request, line, id) => {
    const deviation = chooseRule(line, JSON.stringify(request.messages))?.give ?? null;
    throwScriptedError(deviation);
    const text = deviation?.kind === 'prose' ? deviation.text : jsonAnswer(request, line, deviation);
    const reply = { ...spoken(text, request, deviation), id, model: request.model };
    return { reply: { ...reply, input: countInput(request) }, cut: deviation?.kind === 'cut' };
  };
}

function throwScriptedError(deviation: Deviation | null): void {
  if (deviation?.kind === 'overloaded') throw new ApiError('overloaded_error', 'Overloaded');
  if (deviation?.kind !== 'rate-limited') return;
  const headers = { 'retry-after': String(deviation.retryAfter) };
  throw new ApiError('rate_limit_error', 'This request would exceed your rate limit', headers);
}

type Spoken = Pick<Reply, 'text' | 'stopReason' | 'outputTokens' | 'thinkingTokens'>;

function spoken(text: string, request: MessageRequest, deviation: Deviation | null): Spoken {
  if (deviation?.kind === 'refusal') return { text: '', stopReason: 'refusal', outputTokens: 4, thinkingTokens: 0 };
  const answerTokens = countTokens(text);
  const thinkingTokens = Math.round(answerTokens * (THINKING[request.output_config?.effort ?? 'high'] ?? 0));
  const outputTokens = answerTokens + thinkingTokens;
  if (deviation?.kind !== 'truncated' && outputTokens <= request.max_tokens) {
    return { text, stopReason: 'end_turn', outputTokens, thinkingTokens };
  }
  // Cut in the middle of the answer; all that was allowed is used up.
  const half = text.slice(0, Math.floor(text.length / 2));
  return { text: half, stopReason: 'max_tokens', outputTokens: request.max_tokens, thinkingTokens };
}
