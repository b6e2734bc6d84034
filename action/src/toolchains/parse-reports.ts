import { z } from 'zod';
import type { TestCase, TestRun } from '#engine/validation/toolchain.ts';
import type { SandboxOutcome } from '#ports/sandbox.ts';
import { textOf } from '#action/src/workbench.ts';

const CaseReport = z.object({
  file: z.string(),
  name: z.string(),
  line: z.number().int().positive().nullable(),
  outcome: z.enum(['passed', 'failed', 'skipped']),
  message: z.string(),
  detail: z.string(),
  /** Symbols whose stubs were thrown meanwhile. */
  thrown: z.array(z.string()).default([]),
});
/**
 * `status`: the exit status that goes with it, where it is another one than the outcomes say.
 * `closing`: the word by which a driver shows that it, and nobody else, came to its end.
 */
const End = z.object({ end: z.literal(true), status: z.number().int().optional(), closing: z.string().optional() });
const Report = z.union([CaseReport, End]);

const OUTPUT_TAIL = 3000;
/** Name of the case that stands for importing the file itself, as the drivers say it. */
const LOADING = '(loading the file)';

/**
 * Reads what a driver reported, told apart from the tests' own output by the nonce. `reportedAs` maps the file that was
 * loaded to the test file it stands for; `closing`, the word that the driver was given for its last line. The run counts as finished only with its closing line and an exit status that
 * agrees with the outcomes: what ends early, or says "passed" with a failing status, did not finish.
 */
export function parseReports(
  outcome: SandboxOutcome,
  nonce: string,
  reportedAs: ReadonlyMap<string, string>,
  closing?: string,
): TestRun {
  const lines = textOf(outcome.stdout).split('\n');
  const reports = lines.flatMap((line) => (line.startsWith(nonce) ? parseLine(line.slice(nonce.length)) : []));
  const cases: TestCase[] = reports.flatMap((report) =>
    'outcome' in report ? [{ ...report, file: reportedAs.get(report.file) ?? report.file }] : [],
  );
  const end = reports.flatMap((report) => ('end' in report ? [report] : [])).find((one) => one.closing === closing);
  const failed = cases.some((one) => one.outcome === 'failed');
  const agrees = end?.status === undefined ? (outcome.exitCode === 0) === !failed : outcome.exitCode === end.status;
  const finished = end !== undefined && outcome.killedBy === null && agrees;
  const said = lines.filter((line) => !line.startsWith(nonce)).join('\n');
  const output = `${said.trim()}\n${textOf(outcome.stderr).trim()}`.trim().slice(-OUTPUT_TAIL);
  // A file that could not be loaded has said all that it has to say.
  const unloadable = new Set(cases.filter((one) => one.name === LOADING).map((one) => one.file));
  const unfinished = finished ? [] : [...new Set(reportedAs.values())].filter((file) => !unloadable.has(file));
  return { cases, unfinished, killedBy: outcome.killedBy, output };
}

function parseLine(line: string): z.infer<typeof Report>[] {
  try {
    const parsed = Report.safeParse(JSON.parse(line));
    return parsed.success ? [parsed.data] : [];
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}
