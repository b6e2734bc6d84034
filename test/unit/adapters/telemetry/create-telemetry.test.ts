import { describe, expect, it } from 'vitest';
import { createTelemetry } from '#adapters/telemetry/create-telemetry.ts';
import { MgeError } from '#domain/failure/mge-error.ts';

function listen() {
  const lines: string[] = [];
  const telemetry = createTelemetry({ destination: { write: (line) => void lines.push(line) } });
  return { telemetry, lines };
}

describe('telemetry', () => {
  it('writes one line of JSON a time, with what happened and its facts', () => {
    const { telemetry, lines } = listen();
    telemetry.info('run started', { run: 'acme/ledger#1', at: new Date(0) });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      msg: 'run started',
      run: 'acme/ledger#1',
      at: '1970-01-01T00:00:00.000Z',
    });
  });

  it('never writes a secret, wherever it stands', () => {
    const { telemetry, lines } = listen();
    const token = `ghs_${'a'.repeat(36)}`;
    const cause = new Error(`fetch https://user:hunter2@example.org failed, Authorization: Bearer ${token}`);
    const error = new MgeError(`bad token ${token}`, { code: 'internal', retry: 'retry', nextStep: 'x', cause });
    telemetry.warn('trouble', { error, webhookSecret: 'hunter2', nested: { deep: [{ text: `x ${token}` }] } });
    const [line = ''] = lines;
    expect(line).not.toContain(token);
    expect(line).not.toContain('hunter2');
    expect(JSON.parse(line)).toMatchObject({ error: { code: 'internal', cause: { name: 'Error' } } });
  });

  it('survives facts that hold themselves', () => {
    const { telemetry, lines } = listen();
    const loop: Record<string, unknown> = { size: 10n };
    loop['self'] = loop;
    telemetry.info('loop', { loop });
    expect(lines).toHaveLength(1);
  });

  it('keeps metrics of what it saw', async () => {
    const { telemetry } = listen();
    telemetry.warn('effect failed');
    telemetry.observe('effect', 0.2, { type: 'prepare', outcome: 'done' });
    telemetry.observe('effect', 7, { type: 'prepare', outcome: 'done' });
    const text = await telemetry.metricsText();
    expect(text).toContain('mge_log_lines_total{level="warn",what="effect failed"} 1');
    expect(text).toContain('mge_effect_seconds_count{type="prepare",outcome="done"} 2');
    expect(text).toContain('mge_effect_seconds_sum{type="prepare",outcome="done"} 7.2');
  });
});
