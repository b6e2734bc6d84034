import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** The id of the symbol whose code a place is. */
export function symbolIdAt(project: ProjectModel, { file, node }: Site): string {
  return project.symbols[file.firstSymbol + (file.owners[node] ?? 0)]?.id ?? '';
}
