import { z } from 'zod';
import type { Diagnostic } from '#engine/validation/toolchain.ts';

const SyntaxReport = z.object({ file: z.string(), line: z.number(), column: z.number(), message: z.string() });

/** Diagnostics of the syntax driver: one JSON object a line. */
export function parseSyntaxReport(output: string): Diagnostic[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => ({ check: 'syntax', code: 'SyntaxError', ...SyntaxReport.parse(JSON.parse(line)) }));
}

const MYPY = /^(.+?\.pyi?):(\d+)(?::(\d+))?: error: (.*?)(?: {2}\[([\w-]+)\])?$/;

/** Diagnostics of mypy (also of checkers that print the same way). */
export function parseMypyOutput(output: string): Diagnostic[] {
  return output.split('\n').flatMap((line) => {
    const [, file, row, column, message, code] = MYPY.exec(line.trimEnd()) ?? [];
    if (file === undefined || message === undefined) return [];
    const check = code === 'syntax' ? 'syntax' : 'types';
    return [
      {
        check,
        file: file.replace(/^\.\//, ''),
        line: Number(row),
        column: Number(column ?? 1),
        code: code ?? '',
        message,
      } satisfies Diagnostic,
    ];
  });
}
