import type { RawMessageStreamEvent } from '@anthropic-ai/sdk/resources/messages/messages';
import { finalUsage, messageBody, stopDetails, type Reply } from '#local/claude/message-body.ts';

/** An event of a stream; the SDK's types leave `ping` out, the line does not. */
export type StreamEvent = RawMessageStreamEvent | { readonly type: 'ping' };

const PIECE = 240;

/** A reply as the events of a stream, its text in pieces; a thinking block first when the model thought. */
export function* streamEvents(reply: Reply): Generator<StreamEvent> {
  yield { type: 'message_start', message: messageBody(reply, 'begun') };
  yield { type: 'ping' };
  const thought = reply.thinkingTokens > 0;
  if (thought) yield* thinkingEvents(0);
  if (reply.text !== '') yield* textEvents(thought ? 1 : 0, reply.text);
  yield {
    type: 'message_delta',
    delta: { stop_reason: reply.stopReason, stop_sequence: null, stop_details: stopDetails(reply), container: null },
    usage: finalUsage(reply),
  };
  yield { type: 'message_stop' };
}

function* thinkingEvents(index: number): Generator<StreamEvent> {
  yield { type: 'content_block_start', index, content_block: { type: 'thinking', thinking: '', signature: '' } };
  yield { type: 'content_block_delta', index, delta: { type: 'signature_delta', signature: 'c2NyaXB0ZWQ=' } };
  yield { type: 'content_block_stop', index };
}

function* textEvents(index: number, text: string): Generator<StreamEvent> {
  yield { type: 'content_block_start', index, content_block: { type: 'text', text: '', citations: null } };
  for (let start = 0; start < text.length; start += PIECE) {
    const piece = text.slice(start, start + PIECE);
    yield { type: 'content_block_delta', index, delta: { type: 'text_delta', text: piece } };
  }
  yield { type: 'content_block_stop', index };
}
