import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Composed } from '#local/claude/compose-reply.ts';
import { messageBody } from '#local/claude/message-body.ts';
import type { Delay } from '#local/claude/pace.ts';
import { streamEvents } from '#local/claude/stream-events.ts';

/** Sends a reply, whole or as server-sent events, at its pace; a cut one breaks off after half of its events. */
export async function sendReply(
  response: ServerResponse,
  { reply, cut }: Composed,
  how: { readonly stream: boolean; readonly delay: Delay },
): Promise<void> {
  await wait(how.delay.first);
  if (!how.stream) return sendWhole(response, cut, JSON.stringify(messageBody(reply, 'whole')));
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8', 'cache-control': 'no-cache' });
  const events = [...streamEvents(reply)];
  const sent = cut ? events.slice(0, Math.ceil(events.length / 2)) : events;
  for (const event of sent) {
    if (event.type === 'content_block_delta' && how.delay.piece > 0) await wait(how.delay.piece);
    response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  }
  if (!cut) return void response.end();
  // What was written is on its way before the line breaks.
  await wait(20);
  response.destroy();
}

function sendWhole(response: ServerResponse, cut: boolean, body: string): void {
  if (cut) return void response.destroy();
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(body);
}
