import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readReply } from '#adapters/claude/read-reply.ts';
import type { ModelCall } from '#ports/ledger.ts';

const Answer = z.object({ name: z.string() });

function reply(response: string): Pick<ModelCall, 'response' | 'stopReason' | 'tokens'> {
  return { response, stopReason: 'end_turn', tokens: { input: 1, output: 1, cacheRead: 0, cacheWrite: 0 } };
}

describe('an answer of the model', () => {
  it('is taken as it is, or out of the code fence that some endpoints put around it', () => {
    expect(readReply(reply('{"name":"a"}'), Answer)).toEqual({ name: 'a' });
    expect(readReply(reply('\n```json\n{"name":"a"}\n```\n'), Answer)).toEqual({ name: 'a' });
    expect(readReply(reply('```\n{"name":"```"}\n```'), Answer)).toEqual({ name: '```' });
  });

  it.each(['', 'Gladly!', '```json\n{"name":\n```', 'Here: ```json\n{"name":"a"}\n```', '<html></html>'])(
    'that is no JSON alone is refused: %j',
    (text) => {
      expect(() => readReply(reply(text), Answer)).toThrow('not JSON');
    },
  );

  it('that is out of its schema is refused with the place', () => {
    expect(() => readReply(reply('{"name":1}'), Answer)).toThrow('the form that was asked for, at "name"');
  });
});
