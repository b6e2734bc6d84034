import { cleanOutput } from '#domain/verdict/create-evidence.ts';

/** The runner takes a line for a command when it begins with `::`, or (an old way) when `##[` is anywhere in it. */
const OPENERS = /^(?=\s*::)|##(?=\[)/g;

/** Text of the target as one line of the log: without terminal codes or secrets, and never a command to the runner. */
export function plainLine(text: string): string {
  const line = cleanOutput(text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' '));
  return line.replaceAll(OPENERS, (opener) => (opener === '' ? '· ' : '# #'));
}
