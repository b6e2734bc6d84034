import { afterEach, describe, expect, it } from 'vitest';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import type { MgeError } from '#domain/failure/mge-error.ts';
import type { Rule } from '#local/claude/script.ts';
import { startScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import { requestFor } from '#test/contract/language-model-suite.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createMemoryBatchOrders } from '#test/support/memory-batch-orders.ts';
import { createMemoryLedger } from '#test/support/memory-ledger.ts';
import { writeScriptFolder } from '#test/support/script-folder.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const rules: readonly Rule[] = [
  { stage: 'discovery', subject: 'overload', times: 1, give: { kind: 'overloaded' } },
  { stage: 'discovery', subject: 'late', times: 1, give: { kind: 'cut' } },
  { stage: 'discovery', subject: 'refuse', give: { kind: 'refusal' } },
];
const unhurried = { unhurried: true };
const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

async function start() {
  const { folder, remove } = await writeScriptFolder(rules, { 'discovery.json': {} });
  const server = await startScriptedClaude({ script: folder });
  cleanUps.push(server.close, remove);
  const parts = {
    apiKey: 'sk-test',
    baseUrl: server.url,
    ledger: createMemoryLedger(),
    orders: createMemoryBatchOrders(),
    clock: createManualClock(),
    telemetry: createSilentTelemetry(),
    gatherMs: 20,
  };
  return { ...parts, server, model: createClaudeModel(parts), restart: () => createClaudeModel(parts) };
}

async function failureOf(reply: Promise<unknown>): Promise<MgeError> {
  return reply.then(
    () => expect.fail('expected a failure'),
    (error: MgeError) => error,
  );
}

describe('an unhurried request', () => {
  it('waits for its batch without a worker, and costs half of what it costs in a hurry', async () => {
    const { model, ledger, clock } = await start();
    // Nothing cached, so that both pay for the same tokens.
    const request = requestFor('answer', { ...unhurried, system: [] });
    for (let look = 0; look < 2; look++) {
      const waits = await failureOf(model.complete(request));
      expect(waits).toMatchObject({ code: 'model-batched', retry: 'wait-until' });
      expect(waits.until?.getTime()).toBeGreaterThanOrEqual(clock.now().getTime() + 30_000);
      expect(ledger.reserved.size).toBe(1);
      clock.advance(60_000);
    }
    const reply = await model.complete(request);
    expect(reply.value).toEqual({ questions: [] });
    const hurried = await model.complete(requestFor('answer', { run: 'acme/shop#2', system: [] }));
    expect(reply.costUsd).toBeCloseTo(hurried.costUsd / 2, 12);
    expect((await ledger.spending('acme/shop#1')).usd).toBeCloseTo(reply.costUsd, 12);
    expect(ledger.reserved.size).toBe(0);
  });

  it('shares its batch with those that come in the same moment', async () => {
    const { model, orders, server } = await start();
    const requests = ['one', 'two', 'three'].map((subject) => requestFor(subject, unhurried));
    await Promise.all(requests.map((request) => failureOf(model.complete(request))));
    expect(new Set(orders.known.values()).size).toBe(1);
    expect(orders.known.size).toBe(3);
    await failureOf(model.complete(requests[0] ?? requestFor('one')));
    for (const request of requests) expect((await model.complete(request)).value).toEqual({ questions: [] });
    expect(server.calls()).toHaveLength(3);
  });

  it('is ordered once, whatever happens to the process', async () => {
    const { model, restart, server } = await start();
    const request = requestFor('answer', unhurried);
    await failureOf(model.complete(request));
    await failureOf(restart().complete(request));
    expect((await restart().complete(request)).replayed).toBe(false);
    expect((await restart().complete(request)).replayed).toBe(true);
    expect(server.calls()).toHaveLength(1);
  });

  it.each(['overload', 'late'])(
    'whose batch gave no answer (%s) is ordered again, and reserves nothing meanwhile',
    async (how) => {
      const { model, ledger, orders } = await start();
      const request = requestFor(how, unhurried);
      await failureOf(model.complete(request));
      await failureOf(model.complete(request));
      expect(await failureOf(model.complete(request))).toMatchObject({ code: 'model-unavailable', retry: 'retry' });
      expect([ledger.reserved.size, orders.known.size]).toEqual([0, 0]);
      await failureOf(model.complete(request));
      await failureOf(model.complete(request));
      expect((await model.complete(request)).value).toEqual({ questions: [] });
    },
  );

  it('whose batch is no longer there is ordered again', async () => {
    const { ledger, orders, ...parts } = await start();
    const request = requestFor('answer', unhurried);
    await failureOf(parts.model.complete(request));
    const { folder, remove } = await writeScriptFolder(rules, { 'discovery.json': {} });
    const later = await startScriptedClaude({ script: folder });
    cleanUps.push(later.close, remove);
    const model = createClaudeModel({ ...parts, ledger, orders, baseUrl: later.url });
    expect(await failureOf(model.complete(request))).toMatchObject({ code: 'model-unavailable', retry: 'retry' });
    expect([ledger.reserved.size, orders.known.size]).toEqual([0, 0]);
    for (let look = 0; look < 2; look++) await failureOf(model.complete(request));
    expect((await model.complete(request)).value).toEqual({ questions: [] });
  });

  it('of a run that has ended is withdrawn; what had been answered is booked, and nothing new is asked', async () => {
    const { model, ledger, orders, server } = await start();
    const requests = ['one', 'two'].map((subject) => requestFor(subject, unhurried));
    const other = requestFor('other', { ...unhurried, run: 'acme/shop#2' });
    const askAll = async (): Promise<string[]> => {
      const codes: string[] = [];
      for (const request of requests) {
        const asked = model.complete(request).then(
          () => 'answered',
          (error: MgeError) => error.code,
        );
        codes.push(await asked);
      }
      return codes;
    };
    await Promise.all([...requests, other].map((request) => failureOf(model.complete(request))));
    expect(new Set(orders.known.values()).size).toBe(2);
    ledger.over.add('acme/shop#1');
    expect(await askAll()).toEqual(['model-batched', 'model-unavailable']);
    expect(await askAll()).toEqual(['answered', 'run-over']);
    expect((await ledger.spending('acme/shop#1')).calls).toBe(1);
    expect([...ledger.reserved.values()].map(({ run }) => run)).toEqual(['acme/shop#2']);
    expect(await failureOf(model.complete(requestFor('three', unhurried)))).toMatchObject({ code: 'run-over' });
    expect(server.calls()).toHaveLength(3);
    // The other run's batch was left alone.
    await failureOf(model.complete(other));
    expect((await model.complete(other)).value).toEqual({ questions: [] });
  });

  it('that is refused is paid, and told', async () => {
    const { model, ledger } = await start();
    const request = requestFor('refuse', unhurried);
    await failureOf(model.complete(request));
    await failureOf(model.complete(request));
    expect(await failureOf(model.complete(request))).toMatchObject({ code: 'model-refused' });
    expect(ledger.calls.size).toBe(1);
  });

  it('that could pass the cap is not ordered', async () => {
    const { model, orders } = await start();
    const poor = requestFor('answer', { ...unhurried, budgetUsd: 0.0001 });
    expect(await failureOf(model.complete(poor))).toMatchObject({ code: 'budget-reached' });
    expect(orders.known.size).toBe(0);
  });
});
