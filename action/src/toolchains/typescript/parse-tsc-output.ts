import type { Diagnostic } from '#engine/validation/toolchain.ts';

const HEAD = /^(.+?)\((\d+),(\d+)\): error (TS(\d+)): (.*)$/;

/** Diagnostics of `tsc --pretty false`; indented lines continue the message above them. TS1000–1999 are syntax. */
export function parseTscOutput(output: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const line of output.split('\n')) {
    const match = HEAD.exec(line.trimEnd());
    if (match !== null) {
      const [, file = '', row = '1', column = '1', code = '', number = '0', message = ''] = match;
      const check = Number(number) < 2000 ? 'syntax' : 'types';
      found.push({ check, file: file.replace(/^\.\//, ''), line: Number(row), column: Number(column), code, message });
    } else if (/^\s+\S/.test(line)) {
      const last = found.pop();
      if (last !== undefined) found.push({ ...last, message: `${last.message}\n${line.trimEnd()}` });
    }
  }
  return found;
}
