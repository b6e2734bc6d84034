import { progressOf } from '#domain/run/run-progress.ts';
import type { Tick } from '#orchestrator/tick.ts';
import type { Ledger } from '#ports/ledger.ts';
import type { RunStore } from '#ports/run-store.ts';
import type { Telemetry } from '#ports/telemetry.ts';

/** The log line in which a run tells where it stands, after every tick that changed what there is to see. */
export const RUN_ADVANCED = 'run advanced';

const REMEMBERED_RUNS = 1000;

export function observeProgress(deps: { runStore: RunStore; ledger: Ledger; telemetry: Telemetry }, tick: Tick): Tick {
  const last = new Map<string, string>();
  return async (runId) => {
    await tick(runId);
    const run = await deps.runStore.load(runId);
    if (run === null) return;
    const progress = { ...progressOf(run), usd: (await deps.ledger.spending(runId)).usd };
    const line = JSON.stringify(progress);
    if (last.get(runId) === line) return;
    if (last.size >= REMEMBERED_RUNS) last.clear();
    last.set(runId, line);
    deps.telemetry.info(RUN_ADVANCED, { progress });
  };
}
