import { afterEach } from 'vitest';
import { createClaudeModel } from '#adapters/claude/create-claude-model.ts';
import { startScriptedClaude } from '#local/claude/start-scripted-claude.ts';
import type { Rule } from '#local/claude/script.ts';
import { languageModelSuite, type Behaviour, type ModelUnderTest } from '#test/contract/language-model-suite.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createMemoryBatchOrders } from '#test/support/memory-batch-orders.ts';
import { createMemoryLedger } from '#test/support/memory-ledger.ts';
import { writeScriptFolder } from '#test/support/script-folder.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const rules: readonly Rule[] = [
  { stage: 'discovery', subject: 'cut-off', give: { kind: 'truncated' } },
  { stage: 'discovery', subject: 'refuse', give: { kind: 'refusal' } },
  { stage: 'discovery', subject: 'limit-rate', times: 1, give: { kind: 'rate-limited', retryAfter: 7 } },
  { stage: 'discovery', subject: 'overload', times: 1, give: { kind: 'overloaded' } },
  { stage: 'discovery', subject: 'break-off', times: 1, give: { kind: 'cut' } },
  { stage: 'discovery', subject: 'out-of-schema', give: { kind: 'prose', text: 'I would rather not say.' } },
];

const cleanUps: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0)) await cleanUp();
});

languageModelSuite('Claude', async (): Promise<ModelUnderTest> => {
  const { folder, remove } = await writeScriptFolder(rules, { 'discovery.json': {} });
  const server = await startScriptedClaude({ script: folder });
  cleanUps.push(server.close, remove);
  const ledger = createMemoryLedger();
  const orders = createMemoryBatchOrders();
  const clock = createManualClock();
  const telemetry = createSilentTelemetry();
  const restart = () => createClaudeModel({ apiKey: 'sk-test', baseUrl: server.url, ledger, orders, clock, telemetry });
  const subject = (behaviour: Behaviour): string => behaviour;
  return { model: restart(), ledger, clock, requests: () => server.calls().length, subject, restart };
});
