import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** From a fast query to a long model call, in seconds. */
const BUCKETS = [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300];

export interface Metrics {
  countLine(level: string, what: string): void;
  observe(name: string, seconds: number, labels: Readonly<Record<string, string>>): void;
  text(): Promise<string>;
  readonly contentType: string;
}

/** Metrics of their own registry: `mge_log_lines_total`, `mge_<name>_seconds`, and those of the process. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const lines = new Counter({
    name: 'mge_log_lines_total',
    help: 'Log lines by level and what they say',
    labelNames: ['level', 'what'],
    registers: [registry],
  });
  const histograms = new Map<string, Histogram>();

  function histogramOf(name: string, labelNames: readonly string[]): Histogram {
    const known = histograms.get(name);
    if (known !== undefined) return known;
    const made = new Histogram({
      name: `mge_${name.replace(/\W/g, '_')}_seconds`,
      help: `Seconds that ${name} took`,
      labelNames: [...labelNames],
      buckets: BUCKETS,
      registers: [registry],
    });
    histograms.set(name, made);
    return made;
  }

  return {
    countLine: (level, what) => lines.inc({ level, what }),
    observe: (name, seconds, labels) => histogramOf(name, Object.keys(labels)).observe({ ...labels }, seconds),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}
