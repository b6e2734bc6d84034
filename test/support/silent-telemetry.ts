import type { Telemetry } from '#ports/telemetry.ts';

export interface RecordedTelemetry extends Telemetry {
  readonly warnings: readonly { readonly what: string; readonly facts: Record<string, unknown> }[];
  readonly timings: readonly { readonly name: string; readonly labels: Record<string, string> }[];
}

/** Says nothing, remembers everything. */
export function createSilentTelemetry(): RecordedTelemetry {
  const warnings: RecordedTelemetry['warnings'][number][] = [];
  const timings: RecordedTelemetry['timings'][number][] = [];
  return {
    warnings,
    timings,
    info: () => undefined,
    warn: (what, facts = {}) => void warnings.push({ what, facts }),
    observe: (name, _seconds, labels = {}) => void timings.push({ name, labels }),
  };
}
