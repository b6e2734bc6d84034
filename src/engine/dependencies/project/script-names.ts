import type { NameTable } from '#domain/atom/names/name-table.ts';
import { isWriting } from '#domain/atom/names/use-sort.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { oncePer } from '#engine/dependencies/project/once-per.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import { folderOf, normalize } from '#engine/dependencies/project/source-paths.ts';

/**
 * Names that no file declares for itself: scripts of one folder, which are no modules and meet on a page, see what the others
 * declare at their top; and what a file assigns to a name that nobody declares, it finds there.
 */
export function bindScriptNames(project: ProjectModel): void {
  scriptNeighbours(project.files).forEach((neighbours, index) => project.files[index]?.stars.push(...neighbours));
  for (const file of project.files) if (file.tree.grammar.rules.hasScripts === true) bindAssigned(project, file);
}

/** For each file, by its number, the scripts that declare names it uses and does not know. */
export function scriptNeighbours(files: readonly FileFacts[]): readonly (readonly number[])[] {
  const folders = new Map<string, Map<string, number[]>>();
  const declaredNear = files.map((file, index) => {
    if (!isScript(file)) return null;
    const folder = folderOf(normalize(file.tree.path));
    const near = folders.get(folder) ?? new Map<string, number[]>();
    folders.set(folder, near);
    for (const name of file.names.scopes[0]?.names.keys() ?? []) {
      const declaring = near.get(name);
      if (declaring === undefined) near.set(name, [index]);
      else declaring.push(index);
    }
    return near;
  });
  return files.map(({ names }, index) => {
    const near = declaredNear[index];
    if (near === null || near === undefined) return [];
    const found = [...outsideNames(names).mentioned].flatMap((name) => near.get(name) ?? []);
    return [...new Set(found)].toSorted((a, b) => a - b);
  });
}

function isScript({ tree, imports, aliases, symbols, names }: FileFacts): boolean {
  if (tree.grammar.rules.hasScripts !== true || imports.length > 0 || aliases.size > 0) return false;
  if (symbols.symbols.some(({ facts, owner }, index) => index > 0 && owner === 0 && facts.exported)) return false;
  const { mentioned } = outsideNames(names);
  return !ofModules.some((name) => mentioned.has(name));
}

const ofModules = ['module', 'exports', 'require', 'define'];

const outsideNames = oncePer(({ texts, bound, uses }: NameTable) => {
  const [mentioned, assigned] = [new Set<string>(), new Set<string>()];
  texts.forEach((text, index) => {
    if ((bound[index] ?? -1) >= 0) return;
    mentioned.add(text);
    if (isWriting(uses[index] ?? 0)) assigned.add(text);
  });
  return { mentioned, assigned };
});

function bindAssigned(project: ProjectModel, file: FileModel): void {
  const { builtins } = file.tree.grammar.rules;
  const declares = (star: number, name: string): boolean =>
    project.files[star]?.names.scopes[0]?.names.has(name) === true;
  for (const name of outsideNames(file.names).assigned) {
    const isKnown = builtins.has(name) || ofModules.includes(name) || file.stars.some((star) => declares(star, name));
    if (!isKnown) file.unwritten.set(name, project.graph.createVariable());
  }
}
