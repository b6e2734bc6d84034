import type { Variable } from '#engine/dependencies/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/file-model.ts';
import type { ProjectModel } from '#engine/dependencies/project-model.ts';

/** The variable of a module's name as others see it: re-exported, exported under another name, or its own; null when it has none. */
export function moduleAttribute(
  project: ProjectModel,
  file: FileModel,
  name: string,
  seen: Set<number>,
): Variable | null {
  if (seen.has(file.index)) return null;
  seen.add(file.index);
  const extra = file.extra.get(name);
  if (extra !== undefined) return extra;
  const inside = file.aliases.get(name) ?? name;
  const binding = file.names.scopes[0]?.names.get(inside);
  const own = binding === undefined ? undefined : file.variables[binding];
  if (own !== undefined) return own;
  return fromStars(project, file, name, seen);
}

function fromStars(project: ProjectModel, file: FileModel, name: string, seen: Set<number>): Variable | null {
  for (const star of file.stars) {
    const target = project.files[star];
    const found = target === undefined ? null : moduleAttribute(project, target, name, seen);
    if (found !== null) return found;
  }
  return null;
}
