import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import { Draft } from '#domain/draft/draft.ts';
import { Plan } from '#domain/plan/plan.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createMemoryBatchOrders } from '#test/support/memory-batch-orders.ts';
import { createMemoryLedger } from '#test/support/memory-ledger.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const Started = z.object({ url: z.string() });
const Regenerated = z.object({ text: z.string(), explanation: z.string() });

let claude: ReturnType<typeof spawn>;
let url = '';

beforeAll(async () => {
  const main = [resolve('local/claude/main.ts'), '--script', resolve('local/scripts/ledger')];
  claude = spawn(process.execPath, ['--import', 'tsx', ...main], { stdio: ['ignore', 'pipe', 'inherit'] });
  if (claude.stdout === null) throw new Error('the server has no output');
  const [line] = await once(createInterface(claude.stdout), 'line');
  ({ url } = Started.parse(JSON.parse(String(line))));
});

afterAll(async () => {
  claude.kill('SIGTERM');
  const [code] = await once(claude, 'exit');
  if (code !== 0) throw new Error(`the server ended with ${code}`);
});

describe('a conversation with the ledger script, as a process of its own', () => {
  const ledger = createMemoryLedger();

  async function ask<T>(
    answer: z.ZodType<T>,
    stage: string,
    subject: string,
    attempt = 1,
    more = '',
  ): Promise<T | string> {
    const model = createClaudeModel({
      apiKey: 'sk-test',
      baseUrl: url,
      ledger,
      orders: createMemoryBatchOrders(),
      clock: createManualClock(),
      telemetry: createSilentTelemetry(),
    });
    const user = [{ text: `MGE request: stage=${stage} subject=${subject} attempt=${attempt}\n${more}` }];
    const choice = { model: 'claude-sonnet-5-5', effort: 'medium' } as const;
    const request = { run: 'acme/kitty#1', stage, subject, attempt, choice, system: [], user, answer };
    return model.complete({ ...request, maxTokens: 32_000, budgetUsd: 25 }).then(
      (reply) => reply.value,
      (error: { code: string }) => error.code,
    );
  }

  it('gets the plan', async () => {
    expect(await ask(Plan, 'masterplan', 'revision-1')).toMatchObject({ title: 'Kitty' });
  });

  it('gets drafts that are refused, cut off or held up at first', async () => {
    expect(await ask(Draft, 'draft', 'T7')).toBe('model-overloaded');
    expect(await ask(Draft, 'draft', 'T7')).toMatchObject({ notes: expect.any(String) });
    expect(await ask(Draft, 'draft', 'T5')).toBe('model-refused');
    expect(await ask(Draft, 'draft', 'T5', 2)).toMatchObject({ notes: expect.any(String) });
    expect(await ask(Draft, 'draft', 'T10')).toBe('model-truncated');
    expect(await ask(Draft, 'draft', 'T10', 2)).toMatchObject({ notes: expect.any(String) });
    expect(await ask(Draft, 'draft', 'T3')).toBe('model-rate-limited');
    expect(await ask(Draft, 'draft', 'T3')).toMatchObject({ notes: expect.any(String) });
  });

  it('gets other texts for an atom at every attempt', async () => {
    const symbol = 'src.csv.split-line.splitQuotedLine';
    const texts = await Promise.all([2, 3, 4].map((attempt) => ask(Regenerated, 'regenerate', symbol, attempt)));
    expect(new Set(texts.map((text) => JSON.stringify(text))).size).toBe(3);
  });

  it("follows a reviewer's feedback", async () => {
    const symbol = 'src.settle.zero-sum-groups.zeroSumGroups';
    expect(await ask(Regenerated, 'regenerate', symbol, 2)).toMatchObject({ text: expect.stringContaining('log2') });
    const better = await ask(Regenerated, 'regenerate', symbol, 3, 'Please use Math.clz32.');
    expect(better).toMatchObject({ text: expect.stringContaining('clz32') });
  });

  it('has paid little for all of it', async () => {
    const { usd, calls } = await ledger.spending('acme/kitty#1');
    expect(calls).toBe(12);
    expect(usd).toBeLessThan(2);
  });
});
