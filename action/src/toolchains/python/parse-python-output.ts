import { z } from 'zod';
import type { Diagnostic } from '#engine/validation/toolchain.ts';

const SyntaxReport = z.object({ file: z.string(), line: z.number(), column: z.number(), message: z.string() });

/** Diagnostics of the syntax driver: one JSON object a line. */
export function parseSyntaxReport(output: string): Diagnostic[] {
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  return lines.map((line) => ({ check: 'syntax', code: 'SyntaxError', ...SyntaxReport.parse(JSON.parse(line)) }));
}

/** mypy ends a line with its code in brackets, pyright in parentheses, and begins it with white space. */
const COMPLAINT = /^\s*(.+?\.pyi?):(\d+)(?::(\d+))?(?: -|:) error: (.*?)(?: {2}\[([\w-]+)\]| \(([\w-]+)\))?$/;

/** Diagnostics of mypy and pyright (also of checkers that print the same way). */
export function parseMypyOutput(output: string): Diagnostic[] {
  return output.split('\n').flatMap((line) => {
    const [, file, row, column, message, mypyCode, pyrightCode] = COMPLAINT.exec(line.trimEnd()) ?? [];
    const code = mypyCode ?? pyrightCode;
    if (file === undefined || message === undefined) return [];
    const check = code === 'syntax' ? 'syntax' : 'types';
    return [
      {
        check,
        file: file.replace(/^(?:\.\/|\/workspace\/)/, ''),
        line: Number(row),
        column: Number(column ?? 1),
        code: code ?? '',
        message,
      } satisfies Diagnostic,
    ];
  });
}
