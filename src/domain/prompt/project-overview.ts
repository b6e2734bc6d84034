import { delimit } from '#domain/prompt/delimit.ts';

/** Files that say what a project is, in order of use; the first ones that exist are read. */
const TELLING: readonly RegExp[] = [
  /^package\.json$/u,
  /^pyproject\.toml$/u,
  /^setup\.(?:cfg|py)$/u,
  /^requirements[\w-]*\.txt$/u,
  /^tsconfig\.json$/u,
  /^readme(?:\.(?:md|rst|txt))?$/iu,
  /^(?:docs\/)?(?:contributing|architecture)\.md$/iu,
  /^(?:vitest|jest)\.config\.\w+$/u,
  /^(?:pytest\.ini|tox\.ini|mypy\.ini)$/u,
];
const MOST_TELLING = 8;
const MOST_PATHS = 400;
const BORING = /(?:^|\/)(?:node_modules|dist|build|vendor|\.git|\.venv|venv|__pycache__|coverage|target|\.next)\//u;

/** Which files of a repository to read for {@link projectOverview}. */
export function overviewPaths(paths: readonly string[]): string[] {
  return TELLING.flatMap((pattern) => paths.filter((path) => pattern.test(path)).sort()).slice(0, MOST_TELLING);
}

/** What stands in a repository today, for a prompt: its files, and the texts of those that tell most. */
export function projectOverview(paths: readonly string[], texts: ReadonlyMap<string, string>): string {
  const shown = paths.filter((path) => !BORING.test(path)).sort();
  if (shown.length === 0) return 'The repository holds no file yet: this is a new project.';
  const more = shown.length > MOST_PATHS ? `\n… and ${shown.length - MOST_PATHS} more files` : '';
  const list = delimit('files of the repository', `${shown.slice(0, MOST_PATHS).join('\n')}${more}`, { kind: 'code' });
  const contents = overviewPaths(paths).flatMap((path) => {
    const text = texts.get(path);
    return text === undefined
      ? []
      : [delimit(path, text, { kind: path.endsWith('.md') ? 'prose' : 'code', limit: 4000 })];
  });
  return [list, ...contents].join('\n\n');
}
