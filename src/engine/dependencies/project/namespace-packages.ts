import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** `from folder import part`, where the folder has no file of its own (Python): the source that means the part. */
export function partSource({ tree }: Pick<FileFacts, 'tree'>, { source, imported }: ImportFact): string | null {
  if (tree.language !== 'python' || imported.startsWith('*')) return null;
  return source.endsWith('.') ? source + imported : `${source}.${imported}`;
}

/** The file that a name imported from a folder without a file of its own stands for; null where the folder has one. */
export function importedPart(project: ProjectModel, file: FileModel, fact: ImportFact): number | null {
  const target = project.resolveImport(file, fact.source);
  const source = target !== null && 'file' in target ? null : partSource(file, fact);
  const part = source === null ? null : project.resolveImport(file, source);
  return part !== null && 'file' in part ? part.file : null;
}

/** `import folder.part` makes the part a member of the folder's name, wherever that name is used. */
export function namePart(project: ProjectModel, file: FileModel, { source }: ImportFact): void {
  if (file.tree.language !== 'python' || !source.includes('.') || source.startsWith('.')) return;
  const target = project.resolveImport(file, source);
  if (target !== null && 'file' in target) project.parts.set(source, target.file);
}
