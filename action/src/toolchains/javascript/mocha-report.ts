import { z } from 'zod';
import type { TestCase } from '#engine/validation/toolchain.ts';

const Case = z.object({
  title: z.string(),
  fullTitle: z.string(),
  file: z.string().nullish(),
  err: z.looseObject({ message: z.string().optional(), stack: z.string().optional() }).default({}),
});

/** The report of mocha's `json` reporter. */
export const MochaReport = z.object({
  tests: z.array(Case),
  pending: z.array(Case),
  passes: z.array(Case),
  failures: z.array(Case),
});

/** All cases; hooks that failed are cases too, for mocha names them among the failures only. */
export function casesOfMocha(report: z.infer<typeof MochaReport>, files: readonly string[]): TestCase[] {
  const tell = (one: z.infer<typeof Case>, outcome: TestCase['outcome']): TestCase => {
    const file = files.find((each) => one.file === each || one.file?.endsWith(`/${each}`)) ?? one.file ?? '';
    const { message = '', stack = '' } = one.err;
    return { file, name: one.fullTitle, outcome, message, detail: stack, line: lineIn(stack, file) };
  };
  return [
    ...report.passes.map((one) => tell(one, 'passed')),
    ...report.failures.map((one) => tell(one, 'failed')),
    ...report.pending.map((one) => tell(one, 'skipped')),
  ];
}

function lineIn(stack: string, file: string): number | null {
  const at = stack.split('\n').find((line) => line.includes(`/${file}:`));
  const line = Number(/:(\d+):\d+\)?$/.exec(at ?? '')?.[1]);
  return Number.isInteger(line) && line > 0 ? line : null;
}
