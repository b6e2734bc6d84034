import { createFileGroups, type FileGroups } from '#engine/dependencies/project/create-file-groups.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { partSource } from '#engine/dependencies/project/namespace-packages.ts';
import type { ProjectSurroundings } from '#engine/dependencies/project/project-surroundings.ts';
import { requiredSources } from '#engine/dependencies/project/required-sources.ts';
import { scriptNeighbours } from '#engine/dependencies/project/script-names.ts';
import { folderOf, normalize, up } from '#engine/dependencies/project/source-paths.ts';

/** Nodes of the trees of a part: small enough that what is known of it stays near, large enough that parts are few. */
const leastNodes = 200_000;

/**
 * Splits a project where no import or name leads across: what one part is, says nothing of another, and each can be analysed by itself.
 * The files of a part are in their order, small groups of files are one part.
 */
export function splitProject(
  files: readonly FileFacts[],
  whole: ProjectSurroundings,
  least = leastNodes,
): FileFacts[][] {
  if (isOnePart(files, least)) return [[...files]];
  const groups = createFileGroups(files.length);
  joinByImports(files, whole, groups);
  joinByFolders(files, groups);
  joinByIds(files, groups);
  scriptNeighbours(files).forEach((neighbours, index) => neighbours.forEach((each) => groups.join(index, each)));
  const parts: number[][] = [];
  let size = least;
  for (const group of groups.list()) {
    if (size >= least) {
      parts.push([]);
      size = 0;
    }
    for (const index of group) {
      parts.at(-1)?.push(index);
      size += files[index]?.tree.count ?? 0;
    }
  }
  return parts.map((part) => part.toSorted((a, b) => a - b).flatMap((index) => files[index] ?? []));
}

/** A project that is not larger than a part: who imports whom need not be asked. */
function isOnePart(files: readonly FileFacts[], least: number): boolean {
  return files.length > 0 && files.reduce((nodes, { tree }) => nodes + tree.count, 0) < least;
}

function joinByImports(files: readonly FileFacts[], { lookup }: ProjectSurroundings, groups: FileGroups): void {
  files.forEach(({ tree, imports }, index) => {
    const sources = imports.flatMap((fact) => [fact.source, partSource({ tree }, fact) ?? fact.source]);
    for (const source of new Set([...sources, ...requiredSources(tree)])) {
      const target = lookup.resolveImport(tree.path, source);
      if (target !== null && 'file' in target) groups.join(index, target.file);
    }
    for (const neighbour of lookup.neighbours(tree.path)) groups.join(index, neighbour);
  });
}

/** A Python module knows the modules of its folder, and the packages in it, without an import. */
function joinByFolders(files: readonly FileFacts[], groups: FileGroups): void {
  const folders = new Map<string, number>();
  files.forEach(({ tree }, index) => {
    if (tree.language !== 'python') return;
    const folder = folderOf(normalize(tree.path));
    // A package is a module of the folder around it.
    const isPackage = tree.path.endsWith('/__init__.py');
    for (const each of isPackage ? [folder, up(folder, 1)] : [folder]) {
      groups.join(folders.get(each) ?? index, index);
      folders.set(each, index);
    }
  });
}

/** Symbols with one id are one node; functions inside a symbol have ids that begin with its own. */
function joinByIds(files: readonly FileFacts[], groups: FileGroups): void {
  const fileOf = new Map<string, number>();
  const join = (id: string, index: number): void => groups.join(fileOf.get(id) ?? index, index);
  files.forEach(({ symbols }, index) => {
    for (const { facts } of symbols.symbols) {
      join(facts.id, index);
      fileOf.set(facts.id, index);
    }
  });
  files.forEach(({ symbols }, index) => {
    for (const { facts } of symbols.symbols)
      for (let dot = facts.id.lastIndexOf('.'); dot > 0; dot = facts.id.lastIndexOf('.', dot - 1))
        join(facts.id.slice(0, dot), index);
  });
}
