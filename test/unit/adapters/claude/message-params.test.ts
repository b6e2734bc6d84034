import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { hashRequest } from '#adapters/claude/hash-request.ts';
import { toMessageParams } from '#adapters/claude/message-params.ts';
import { toTokenUse } from '#adapters/claude/token-use.ts';
import { Draft } from '#domain/draft/draft.ts';
import { Requirements } from '#domain/discovery/requirements.ts';
import { Plan } from '#domain/plan/plan.ts';
import { checkMessageRequest } from '#local/claude/check-message-request.ts';
import type { ModelRequest } from '#ports/language-model.ts';

function request<T>(answer: z.ZodType<T>): ModelRequest<T> {
  return {
    run: 'acme/shop#1',
    stage: 'draft',
    subject: 'T1',
    attempt: 1,
    choice: { model: 'claude-opus-5-5', effort: 'xhigh' },
    system: [
      { text: 'You write code.', cache: '1h' },
      { text: 'The plan.', cache: '5m' },
    ],
    user: [{ text: 'The task.' }],
    answer,
    maxTokens: 32_000,
    budgetUsd: 25,
  };
}

describe('a request to the Messages API', () => {
  it('asks for JSON of a schema at an effort, and marks what is worth caching', () => {
    const params = toMessageParams(request(z.object({ sum: z.number() })));
    expect(params).toEqual({
      model: 'claude-opus-5-5',
      max_tokens: 32_000,
      system: [
        { type: 'text', text: 'You write code.', cache_control: { type: 'ephemeral', ttl: '1h' } },
        { type: 'text', text: 'The plan.', cache_control: { type: 'ephemeral', ttl: '5m' } },
      ],
      messages: [{ role: 'user', content: [{ type: 'text', text: 'The task.' }] }],
      output_config: {
        effort: 'xhigh',
        format: {
          type: 'json_schema',
          schema: {
            type: 'object',
            properties: { sum: { type: 'number' } },
            required: ['sum'],
            additionalProperties: false,
          },
        },
      },
    });
  });

  it.each([
    ['a draft', Draft],
    ['a plan', Plan],
    ['requirements', Requirements],
  ])('is one that the API takes, for %s', (_, schema) => {
    const params = { ...toMessageParams(request<unknown>(schema)), stream: true };
    expect(checkMessageRequest(JSON.parse(JSON.stringify(params)))).toMatchObject({ model: 'claude-opus-5-5' });
  });

  it('is the same request whatever its length may be, and another for another run, effort, prompt or schema', () => {
    const base = request<unknown>(Draft);
    const hash = (run: string, change: Partial<ModelRequest<unknown>>): string =>
      hashRequest(run, toMessageParams({ ...base, ...change }));
    const original = hash(base.run, {});
    expect(original).toMatch(/^[0-9a-f]{64}$/u);
    expect(hash(base.run, { maxTokens: 64_000, budgetUsd: 1 })).toBe(original);
    const others = [
      hash('acme/shop#2', {}),
      hash(base.run, { choice: { model: 'claude-opus-5-5', effort: 'low' } }),
      hash(base.run, { choice: { model: 'claude-sonnet-5-5', effort: 'xhigh' } }),
      hash(base.run, { user: [{ text: 'Another task.' }] }),
      hash(base.run, { system: [] }),
      hash(base.run, { answer: Plan }),
    ];
    expect(new Set([original, ...others]).size).toBe(others.length + 1);
  });
});

describe('the usage of a message', () => {
  const usage = {
    input_tokens: 10,
    output_tokens: 20,
    cache_read_input_tokens: 30,
    cache_creation_input_tokens: 50,
    cache_creation: { ephemeral_5m_input_tokens: 20, ephemeral_1h_input_tokens: 30 },
    output_tokens_details: null,
    inference_geo: null,
    server_tool_use: null,
    service_tier: null,
    speed: null,
  };

  it('tells the two caches apart', () => {
    const expected = { input: 10, output: 20, cacheRead: 30, cacheWrite5m: 20, cacheWrite1h: 30 };
    expect(toTokenUse(usage)).toEqual(expected);
  });

  it('counts writing as to the dearer cache where the service does not tell', () => {
    const plain = { ...usage, cache_creation: null, cache_read_input_tokens: null };
    expect(toTokenUse(plain)).toEqual({ input: 10, output: 20, cacheRead: 0, cacheWrite5m: 0, cacheWrite1h: 50 });
  });
});
