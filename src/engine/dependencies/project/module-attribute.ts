import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** The variable of a module's name as others see it: re-exported, exported under another name, or its own; null when it has none. */
export function moduleAttribute(
  project: ProjectModel,
  file: FileModel,
  name: string,
  seen: Set<number>,
): Variable | null {
  return find(project, file, name, { seen, declaredOnly: false });
}

/** The variables of all that a script exports: whoever goes through `import * as rules` by key means any of them. */
export function exportedMembers(project: ProjectModel, file: FileModel): Variable[] {
  const found = new Set<Variable>();
  collectExported(project, file, new Set(), found);
  return [...found];
}

function collectExported(project: ProjectModel, file: FileModel, seen: Set<number>, found: Set<Variable>): void {
  if (seen.has(file.index) || file.tree.language === 'python') return;
  seen.add(file.index);
  const declared = file.symbols.symbols.filter(({ facts, owner }, place) => place > 0 && owner === 0 && facts.exported);
  for (const name of [...declared.map(({ facts }) => facts.name), ...file.aliases.keys(), ...file.extra.keys()]) {
    const variable = moduleAttribute(project, file, name, new Set());
    if (variable !== null) found.add(variable);
  }
  for (const star of file.stars) {
    const target = project.files[star];
    if (target !== undefined) collectExported(project, target, seen, found);
  }
}

interface Search {
  readonly seen: Set<number>;
  /** Whether names that the file itself imports are passed over. */
  readonly declaredOnly: boolean;
}

function find(project: ProjectModel, file: FileModel, name: string, search: Search): Variable | null {
  if (search.seen.has(file.index)) return null;
  search.seen.add(file.index);
  const extra = file.extra.get(name);
  if (extra !== undefined) return extra;
  const inside = file.aliases.get(name) ?? name;
  const binding = file.names.scopes[0]?.names.get(inside) ?? -1;
  const own = file.variables[binding];
  const isImported = file.inImport[file.names.bindings[binding]?.node ?? -1] === 1;
  if (own !== undefined && !(search.declaredOnly && isImported)) return own;
  return fromStars(project, file, name, search);
}

/** Files that import each other through one that gives all on: what a file merely imports is not what it gives, where another declares it. */
function fromStars(
  project: ProjectModel,
  file: FileModel,
  name: string,
  { seen, declaredOnly }: Search,
): Variable | null {
  const isScript = file.tree.language !== 'python';
  const ways =
    isScript && !declaredOnly
      ? [
          { seen: new Set(seen), declaredOnly: true },
          { seen, declaredOnly },
        ]
      : [{ seen, declaredOnly }];
  for (const way of ways)
    for (const star of file.stars) {
      const target = project.files[star];
      const found = target === undefined ? null : find(project, target, name, way);
      if (found !== null) return found;
    }
  return null;
}
