import type { Project } from '#domain/build/project.ts';

/**
 * A file as a person left it on the branch, with the complete text of every symbol put back whose stub they did not touch.
 * A stub is found by its text, which names its symbol; one that is not found exactly once was changed, and stays so.
 */
export function restoreStubs(pushed: string, complete: string, path: string, project: Project): string {
  let text = pushed;
  for (const { file, stub } of project.symbols) {
    if (file !== path || stub === null) continue;
    const at = text.indexOf(stub.text);
    if (at < 0 || text.includes(stub.text, at + 1)) continue;
    text = text.slice(0, at) + complete.slice(stub.start, stub.end) + text.slice(at + stub.text.length);
  }
  return text;
}
