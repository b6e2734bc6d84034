import { describe, expect, it, vi } from 'vitest';
import { createMemoryQueue } from '#adapters/queue/create-memory-queue.ts';
import { startWorker } from '#orchestrator/start-worker.ts';
import type { JobOutcome } from '#ports/job-queue.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { createSilentTelemetry } from '#test/support/silent-telemetry.ts';

const DONE: JobOutcome = { done: true };

describe('a worker', () => {
  it('ticks runs and performs effects', async () => {
    const clock = createManualClock();
    const queue = createMemoryQueue({ clock });
    const did: string[] = [];
    const worker = await startWorker(
      {
        queue,
        telemetry: createSilentTelemetry(),
        tick: (runId) => Promise.resolve(void did.push(`tick ${runId}`)),
        performEffect: (runId, key) => Promise.resolve(did.push(`effect ${runId} ${key}`)).then(() => DONE),
        setUpNext: (installationId) => Promise.resolve(did.push(`setup ${installationId}`)).then(() => DONE),
        reconcile: () => Promise.resolve(),
      },
      { concurrency: 1 },
    );
    await queue.enqueue({ kind: 'tick', runId: 'r' });
    await queue.enqueue({ kind: 'effect', runId: 'r', key: 'e' });
    await queue.enqueue({ kind: 'setup', installationId: 5 });
    await queue.drain();
    expect(did).toEqual(['tick r', 'effect r e', 'setup 5']);
    await worker.close();
  });

  it('reconciles at once and then again and again, whatever fails, until it is closed', async () => {
    vi.useFakeTimers();
    const telemetry = createSilentTelemetry();
    let rounds = 0;
    const worker = await startWorker(
      {
        queue: createMemoryQueue({ clock: createManualClock() }),
        telemetry,
        tick: () => Promise.resolve(),
        performEffect: () => Promise.resolve(DONE),
        setUpNext: () => Promise.resolve(DONE),
        reconcile: () => {
          rounds += 1;
          return rounds === 2 ? Promise.reject(new Error('the database is away')) : Promise.resolve();
        },
      },
      { concurrency: 1, reconcileMs: 1000 },
    );
    expect(rounds).toBe(1);
    await vi.advanceTimersByTimeAsync(3000);
    expect(rounds).toBe(4);
    expect(telemetry.warnings.map((warning) => warning.what)).toEqual(['not reconciled']);
    await worker.close();
    await vi.advanceTimersByTimeAsync(5000);
    expect(rounds).toBe(4);
    vi.useRealTimers();
  });
});
