import { pino } from 'pino';
import { redactFacts } from '#adapters/telemetry/redact-facts.ts';
import { createMetrics } from '#adapters/telemetry/create-metrics.ts';
import type { Telemetry } from '#ports/telemetry.ts';

export interface TelemetryOptions {
  /** `debug`, `info`, `warn`, `error` or `silent`; `info` when not given. */
  readonly level?: string;
  /** Where log lines go: standard error when not given, so that standard output stays the program's own. */
  readonly destination?: { write(line: string): void };
}

export interface RunningTelemetry extends Telemetry {
  /** Every metric in the text format of Prometheus. */
  metricsText(): Promise<string>;
  readonly metricsContentType: string;
}

/** Log lines as JSON, one a line, and metrics. Both are free of secrets: facts are redacted, labels are constants. */
export function createTelemetry({ level = 'info', destination }: TelemetryOptions = {}): RunningTelemetry {
  const log = pino({ level, base: null }, destination ?? pino.destination({ fd: 2, sync: true }));
  const metrics = createMetrics();
  return {
    info(what, facts = {}) {
      metrics.countLine('info', what);
      log.info(redactFacts(facts), what);
    },
    warn(what, facts = {}) {
      metrics.countLine('warn', what);
      log.warn(redactFacts(facts), what);
    },
    observe: (name, seconds, labels = {}) => metrics.observe(name, seconds, labels),
    metricsText: () => metrics.text(),
    metricsContentType: metrics.contentType,
  };
}
