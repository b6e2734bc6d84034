import { z } from 'zod';
import type { TestCase } from '#engine/validation/toolchain.ts';

/** The report of jest's `--json`, which vitest's json reporter writes as well. */
export const JestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string().default(''),
      status: z.string().optional(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()).default([]),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullable().default([]),
          location: z.object({ line: z.number() }).nullish(),
        }),
      ),
    }),
  ),
});

/** The cases of one file's part of a report. */
export function casesOf(
  result: z.infer<typeof JestReport>['testResults'][number],
  files: readonly string[],
): TestCase[] {
  const file = files.find((one) => result.name === one || result.name.endsWith(`/${one}`)) ?? result.name;
  if (result.assertionResults.length === 0 && result.message !== '') {
    return [
      {
        file,
        name: '(loading the file)',
        outcome: 'failed',
        message: result.message.split('\n')[0] ?? '',
        detail: result.message,
        line: null,
      },
    ];
  }
  return result.assertionResults.map((one) => {
    const detail = (one.failureMessages ?? []).join('\n');
    const outcome = one.status === 'passed' ? 'passed' : one.status === 'failed' ? 'failed' : 'skipped';
    const name = [...one.ancestorTitles, one.title].join(' > ');
    return {
      file,
      name,
      outcome,
      message: detail.split('\n    at ')[0] ?? '',
      detail,
      line: one.location?.line ?? null,
    };
  });
}
