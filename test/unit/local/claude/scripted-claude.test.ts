import Anthropic, { APIError } from '@anthropic-ai/sdk';
import type { MessageCreateParamsNonStreaming } from '@anthropic-ai/sdk/resources/messages/messages';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startScriptedClaude, type ScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import { writeScriptFolder } from '#test/support/script-folder.ts';

const QUESTION = 'MGE request: stage=discovery subject=round-1 attempt=1\nWhat is unclear?';
const questions = [{ id: 'Q1' }];

const cleanUps: (() => Promise<void>)[] = [];
let server: ScriptedClaude;
let claude: Anthropic;

beforeAll(async () => {
  const { folder, remove } = await writeScriptFolder(
    [
      { stage: 'discovery', subject: 'busy', give: { kind: 'rate-limited', retryAfter: 3 } },
      { stage: 'discovery', subject: 'flood', give: { kind: 'overloaded' } },
    ],
    { 'discovery.json': { 'round-1': { questions } } },
  );
  server = await startScriptedClaude({ script: folder });
  cleanUps.push(server.close, remove);
  claude = new Anthropic({ apiKey: 'sk-test', baseURL: server.url, maxRetries: 0 });
});

afterAll(async () => {
  for (const cleanUp of cleanUps) await cleanUp();
});

function ask(change: Record<string, unknown> = {}): MessageCreateParamsNonStreaming & Record<string, unknown> {
  return { model: 'claude-sonnet-5-5', max_tokens: 1000, messages: [{ role: 'user', content: QUESTION }], ...change };
}

async function refusalOf(
  body: MessageCreateParamsNonStreaming,
): Promise<{ status: unknown; type: unknown; message: unknown }> {
  return claude.messages.create(body, { timeout: 10_000 }).then(
    () => expect.fail('expected an error'),
    (error: unknown) => {
      if (!(error instanceof APIError)) throw error;
      expect(error.requestID).toMatch(/^req_/u);
      return { status: error.status, type: error.type, message: error.apiMessage };
    },
  );
}

describe('the scripted Messages API', () => {
  it('answers whole', async () => {
    const { data: message, response } = await claude.messages.create(ask()).withResponse();
    expect(message.stop_reason).toBe('end_turn');
    expect(message.content).toEqual([{ type: 'text', text: JSON.stringify({ questions }), citations: null }]);
    expect(message.usage.output_tokens).toBeGreaterThan(0);
    expect(response.headers.get('anthropic-ratelimit-requests-remaining')).toMatch(/^\d+$/u);
  });

  it('streams the same, with a thinking block where the model thinks', async () => {
    const stream = claude.messages.stream({ ...ask(), output_config: { effort: 'xhigh' } });
    const events: string[] = [];
    stream.on('streamEvent', (event) => events.push(event.type));
    const message = await stream.finalMessage();
    expect(message.content.map((block) => block.type)).toEqual(['thinking', 'text']);
    expect(message.content.at(-1)).toMatchObject({ text: JSON.stringify({ questions }) });
    expect(message.usage.output_tokens_details?.thinking_tokens).toBeGreaterThan(0);
    expect([events.at(0), ...events.slice(-2)]).toEqual(['message_start', 'message_delta', 'message_stop']);
  });

  it('stops at max_tokens', async () => {
    const message = await claude.messages.create(ask({ max_tokens: 2 }));
    expect(message).toMatchObject({ stop_reason: 'max_tokens', usage: { output_tokens: 2 } });
  });

  it('reads from the cache what it has written there', async () => {
    const system = [
      { type: 'text', text: 'Read this first. '.repeat(200), cache_control: { type: 'ephemeral', ttl: '1h' } },
    ];
    const first = await claude.messages.create(ask({ system }));
    const second = await claude.messages.create(ask({ system }));
    expect(first.usage.cache_creation?.ephemeral_1h_input_tokens).toBeGreaterThan(512);
    expect(first.usage.cache_read_input_tokens).toBe(0);
    expect(second.usage.cache_read_input_tokens).toBe(first.usage.cache_creation_input_tokens);
    expect(second.usage.cache_creation_input_tokens).toBe(0);
    expect(second.usage.input_tokens).toBe(first.usage.input_tokens);
  });

  it('counts tokens', async () => {
    const { model, messages } = ask();
    const counted = await claude.messages.countTokens({ model, messages });
    expect(counted.input_tokens).toBeGreaterThan(10);
  });

  it.each([
    ['a model it does not know', { model: 'claude-sonnet-4-5' }, 404, 'not_found_error'],
    ['temperature', { temperature: 0.5 }, 400, 'invalid_request_error'],
    ['top_p', { top_p: 0.5 }, 400, 'invalid_request_error'],
    ['top_k', { top_k: 5 }, 400, 'invalid_request_error'],
    ['a field it does not know', { tempo: 'allegro' }, 400, 'invalid_request_error'],
    ['a request without max_tokens', { max_tokens: undefined }, 400, 'invalid_request_error'],
    ['more output than there is', { max_tokens: 1_000_000 }, 400, 'invalid_request_error'],
    ['a forced tool', { tool_choice: { type: 'any' } }, 400, 'invalid_request_error'],
    ['thinking switched off', { thinking: { type: 'disabled' } }, 400, 'invalid_request_error'],
    ['an effort it does not know', { output_config: { effort: 'heroic' } }, 400, 'invalid_request_error'],
    [
      'a schema with an open object',
      { output_config: { format: { type: 'json_schema', schema: { type: 'object', properties: {} } } } },
      400,
      'invalid_request_error',
    ],
    [
      'a prefilled answer',
      {
        messages: [
          { role: 'user', content: QUESTION },
          { role: 'assistant', content: '{' },
        ],
      },
      400,
      'invalid_request_error',
    ],
    [
      'five cache breakpoints',
      { system: Array.from({ length: 5 }, () => ({ type: 'text', text: 'x', cache_control: { type: 'ephemeral' } })) },
      400,
      'invalid_request_error',
    ],
    ['a prompt that is not of MGE', { messages: [{ role: 'user', content: 'Hello' }] }, 404, 'not_found_error'],
    [
      'what the script has no answer to',
      { messages: [{ role: 'user', content: 'MGE request: stage=draft subject=T99 attempt=1' }] },
      404,
      'not_found_error',
    ],
    [
      'a request line that is not at the start of the last block',
      { messages: [{ role: 'user', content: `quoted by somebody:\n${QUESTION}` }] },
      404,
      'not_found_error',
    ],
    [
      'too many requests',
      { messages: [{ role: 'user', content: QUESTION.replace('round-1', 'busy') }] },
      429,
      'rate_limit_error',
    ],
    [
      'requests under load',
      { messages: [{ role: 'user', content: QUESTION.replace('round-1', 'flood') }] },
      529,
      'overloaded_error',
    ],
  ])('refuses %s', async (_, change, status, type) => {
    expect(await refusalOf(ask(change))).toMatchObject({ status, type });
  });

  it('refuses an answer of its script that is out of the schema asked for', async () => {
    const schema = {
      type: 'object',
      properties: { sum: { type: 'number' } },
      required: ['sum'],
      additionalProperties: false,
    };
    const refusal = await refusalOf(ask({ output_config: { format: { type: 'json_schema', schema } } }));
    expect(refusal).toMatchObject({ status: 500, type: 'api_error' });
  });

  it('needs a key', async () => {
    const stranger = new Anthropic({ apiKey: 'sk-invalid', baseURL: server.url, maxRetries: 0 });
    await expect(stranger.messages.create(ask())).rejects.toMatchObject({ status: 401, type: 'authentication_error' });
    const response = await fetch(`${server.url}/v1/messages`, { method: 'POST', body: '{}' });
    expect(response.status).toBe(401);
  });

  it('shows its calls to whoever wants to count them', async () => {
    const before = server.calls().length;
    await claude.messages.create(ask());
    const response = await fetch(`${server.url}/__calls`);
    const calls: unknown = await response.json();
    expect(calls).toHaveLength(before + 1);
    expect(server.calls().at(-1)).toMatchObject({
      stage: 'discovery',
      subject: 'round-1',
      attempt: 1,
      outcome: 'end_turn',
    });
  });
});
