/** Structured log lines and timings; secrets are redacted behind it. `what` and `name` are constants, never made from data. */
export interface Telemetry {
  info(what: string, facts?: Record<string, unknown>): void;
  warn(what: string, facts?: Record<string, unknown>): void;
  /** Seconds that something took, by label. A name always comes with the same labels. */
  observe(name: string, seconds: number, labels?: Record<string, string>): void;
}
