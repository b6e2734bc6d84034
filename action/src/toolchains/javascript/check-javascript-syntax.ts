import type { Diagnostic, TypecheckRun } from '#engine/validation/toolchain.ts';
import { textOf, type Workbench } from '#action/src/workbench.ts';

const SCRIPT = 'for file in "$@"; do node --check "$file" 2>&1 1>/dev/null | sed "s|^|$file|"; done';
const PLACE = /^(.+?\.[cm]?jsx?)(?:file:\/\/)?\/\S+?:(\d+)$/;
const MESSAGE = /^(.+?\.[cm]?jsx?)(SyntaxError: .*)$/;

/** Parses JavaScript files with node itself; there is no type check. */
export async function checkJavascriptSyntax(
  workbench: Workbench,
  files: readonly string[],
  timeMs: number,
): Promise<TypecheckRun> {
  const scripts = files.filter((file) => /\.[cm]?js$/.test(file));
  const outcome = await workbench.run({ argv: ['/bin/sh', '-c', SCRIPT, 'check', ...scripts], timeMs });
  const diagnostics = parseNodeCheck(textOf(outcome.stdout));
  const finished = outcome.exitCode === 0 && outcome.killedBy === null;
  return {
    typed: null,
    passed: finished && diagnostics.length === 0,
    diagnostics,
    problem: finished ? null : 'the syntax check did not finish',
  };
}

/** `node --check` prints the place, the source line, a marker and the error; each line is led by the file's name. */
export function parseNodeCheck(output: string): Diagnostic[] {
  const found: Diagnostic[] = [];
  let line = 1;
  for (const text of output.split('\n')) {
    const place = PLACE.exec(text);
    if (place !== null) line = Number(place[2]);
    const [, file, message] = MESSAGE.exec(text) ?? [];
    if (file !== undefined && message !== undefined)
      found.push({ check: 'syntax', file, line, column: 1, code: '', message });
  }
  return found;
}
