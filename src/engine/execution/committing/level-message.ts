import { appearanceOf } from '#domain/build/branch-stubs.ts';
import type { Build } from '#domain/build/build.ts';
import type { Project, ProjectSymbol } from '#domain/build/project.ts';
import { symbolPath } from '#domain/build/symbol-path.ts';
import type { Run } from '#domain/run/run.ts';
import { listByFile, listTrailer, scopeOf, subjectLine } from '#engine/execution/committing/commit-names.ts';

/** The message of a level's commit: what it brings, module by module, with trailers that name its atoms. */
export function levelMessage(
  run: Run,
  build: Build,
  project: Project,
  level: number,
  paths: readonly string[],
): string {
  const standing = { levels: level + 1, decided: new Set<string>() };
  const own = project.symbols.filter((symbol) => symbol.level === level && !symbol.existing);
  const stands = (symbol: ProjectSymbol): boolean =>
    appearanceOf(symbol, build.symbols[symbol.id], standing) === 'newest';
  // A file's own code goes unnamed in the text; its atoms count all the same.
  const brought = own.filter((symbol) => stands(symbol) && symbol.kind !== 'module');
  const left = own.filter((symbol) => !stands(symbol) && symbol.stub !== null);
  const ids = new Set(own.filter(stands).map((symbol) => symbol.id));
  const atoms = Object.values(build.atoms)
    .filter((atom) => ids.has(atom.symbol))
    .map((atom) => atom.id);
  const tests = project.tests.map((test) => test.file).filter((file) => paths.includes(file));
  const trailers = [`MGE-Run: ${run.id}`, `MGE-Level: ${level} of ${Math.max(0, build.levels.length - 1)}`];
  if (atoms.length > 0) trailers.push(listTrailer('MGE-Atoms', atoms));
  const body = [
    level === 0 ? skeletonNote(build) : '',
    listByFile(brought).join('\n'),
    tests.length === 0 ? '' : `Tests:\n${tests.map((file) => `- ${file}`).join('\n')}`,
    left.length === 0 ? '' : `Left as stubs, for people to decide:\n${listByFile(left).join('\n')}`,
  ];
  return `${[subjectOf(brought, atoms.length, level), ...body.filter((part) => part !== ''), trailers.join('\n')].join('\n\n')}\n`;
}

function subjectOf(brought: readonly ProjectSymbol[], atoms: number, level: number): string {
  const scope = scopeOf(brought);
  const prefix = `feat${scope === null ? '' : `(${scope})`}: level ${level} — ${level === 0 ? 'skeleton, ' : ''}`;
  const count = ` (${atoms} ${atoms === 1 ? 'atom' : 'atoms'})`;
  if (brought.length > 0) return subjectLine(prefix, headliners(brought), count);
  return level === 0 ? 'feat: level 0 — skeleton of the project' : `feat: level ${level} — tests and stubs only`;
}

/** What a reader looks for first: exported functions, then the rest. */
function headliners(symbols: readonly ProjectSymbol[]): string[] {
  const rank = (symbol: ProjectSymbol): number => (symbol.exported ? 0 : 2) + (symbol.kind === 'declaration' ? 1 : 0);
  return symbols.toSorted((left, right) => rank(left) - rank(right)).map(symbolPath);
}

function skeletonNote(build: Build): string {
  return build.levels.length > 1
    ? 'Every file of the plan with its types and headers. What stands on a higher\nlevel is a stub that throws and says its name.'
    : 'Every file of the plan.';
}
