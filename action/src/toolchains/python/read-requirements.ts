import { dirname, join, normalize } from 'node:path';

/** Lines for pip, and what was left out because installing it would run code of its own. */
export interface Requirements {
  readonly lines: readonly string[];
  /** Versions to keep to, of packages that others ask for. */
  readonly constraints: readonly string[];
  readonly leftOut: readonly string[];
}

/** Options that say where packages come from; all others (`--no-binary`, `--config-settings`, …) could lead to a build. */
const SOURCES = /^(-i|--index-url|--extra-index-url|-f|--find-links|--no-index|--pre|--prefer-binary|--trusted-host)\b/;
const INCLUDES = /^(?:-r|--requirement)[ =]?\s*(.+)$/;
const CONSTRAINTS = /^(?:-c|--constraint)[ =]?\s*(.+)$/;
/** `name`, `name[extra]>=1; marker`, `name @ https://…/name-1.whl`: what pip takes from an index or as a wheel. */
const FROM_INDEX = /^[A-Za-z0-9][\w.-]*\s*(\[[^\]]*\])?\s*([<>=!~(;]|--hash|$)/;
const AS_WHEEL = /^[A-Za-z0-9][\w.-]*\s*(\[[^\]]*\])?\s*@\s*[^\s#?]+\.whl(?=[#?\s;]|$)/;

/**
 * Requirement files as one list, those that they include in their place. Wheels only: a folder, an archive of sources or a
 * repository would have its build run outside the sandbox, whatever `--only-binary` says.
 */
export function readRequirements(files: readonly string[], read: (file: string) => string | null): Requirements {
  const lines: string[] = [];
  const constraints: string[] = [];
  const leftOut: string[] = [];
  const seen = new Set<string>();

  function take(line: string, within: string, into: string[]): void {
    const beside = (file: string): string => normalize(join(dirname(within), file));
    const [, included] = INCLUDES.exec(line) ?? [];
    const [, constraining] = CONSTRAINTS.exec(line) ?? [];
    if (included !== undefined) visit(beside(included), into);
    else if (constraining !== undefined) visit(beside(constraining), constraints);
    else if (SOURCES.test(line) || installsWithoutBuild(line)) into.push(line);
    else leftOut.push(line);
  }

  function visit(file: string, into: string[]): void {
    if (seen.has(file) || file.startsWith('..')) return;
    seen.add(file);
    const text = read(file) ?? '';
    for (const line of text.replaceAll(/\\\r?\n/g, ' ').split(/\r?\n/)) {
      const bare = line.replace(/(^|\s)#.*$/, '').trim();
      if (bare !== '') take(bare, file, into);
    }
  }

  for (const file of files) visit(file, lines);
  return { lines, constraints, leftOut };
}

/** Whether pip can install a requirement without running a build of it. */
export function installsWithoutBuild(requirement: string): boolean {
  return FROM_INDEX.test(requirement) || AS_WHEEL.test(requirement);
}
