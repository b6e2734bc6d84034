import type { ImportResolver } from '#engine/dependencies/project/create-import-resolver.ts';
import { platformModules } from '#engine/dependencies/project/platform-modules.ts';
import type { ProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { folderOf, joinPath, normalize } from '#engine/dependencies/project/source-paths.ts';

const endings = ['', '.ts', '.tsx', '.mts', '.cts', '.js', '.jsx', '.mjs', '.cjs', '.d.ts'];
/** What a written `.js` may be in the sources. */
const sourceEndings = /\.(?:js|jsx|mjs|cjs)$/u;

/** Finds what imports of JavaScript and TypeScript mean; `byPath`: normalized path → number of the file. */
export function createScriptResolver(
  byPath: ReadonlyMap<string, number>,
  { aliases, hasPackages }: ProjectSettings,
): ImportResolver['resolve'] {
  return (from, source) => {
    const beside = (): number | undefined => findScript(byPath, normalize(joinPath(folderOf(from), source)));
    if (/^\.{0,2}\//u.test(source) || source === '.' || source === '..') {
      const found = beside();
      return found === undefined ? null : { file: found };
    }
    const aliased = aliases.flatMap((alias) => expand(alias, source));
    const found = aliased.map((path) => findScript(byPath, normalize(path))).find((each) => each !== undefined);
    if (found !== undefined) return { file: found };
    if (source.startsWith('#')) return null;
    const guessed = hasPackages || platformModules.has(source) ? undefined : beside();
    return guessed === undefined ? { external: source } : { file: guessed };
  };
}

/** The file that a normalized path means: itself, with an ending, the source of a `.js`, or the index of a folder. */
function findScript(byPath: ReadonlyMap<string, number>, path: string): number | undefined {
  const found = findWithEnding(byPath, path);
  if (found !== undefined) return found;
  const source = sourceEndings.test(path) ? findWithEnding(byPath, path.replace(sourceEndings, '')) : undefined;
  return source ?? findWithEnding(byPath, path === '' ? 'index' : `${path}/index`, 1);
}

function findWithEnding(byPath: ReadonlyMap<string, number>, base: string, from = 0): number | undefined {
  for (let ending = from; ending < endings.length; ending += 1) {
    const found = byPath.get(base + (endings[ending] ?? ''));
    if (found !== undefined) return found;
  }
  return undefined;
}

function expand({ pattern, targets }: ProjectSettings['aliases'][number], source: string): string[] {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === source ? [...targets] : [];
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  const matches = source.startsWith(before) && source.endsWith(after) && source.length >= before.length + after.length;
  const rest = source.slice(before.length, source.length - after.length);
  return matches ? targets.map((target) => target.replace('*', rest)) : [];
}
