import type { Scope } from '#domain/atom/names/name-table.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { Variable } from '#engine/dependencies/values/abstract-value.ts';
import { loadAttribute } from '#engine/dependencies/members/attributes.ts';
import { external, moduleValue } from '#engine/dependencies/values/shared-values.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { importedPart, namePart } from '#engine/dependencies/project/namespace-packages.ts';
import { moduleAttribute } from '#engine/dependencies/project/module-attribute.ts';
import type { ImportTarget, ProjectModel } from '#engine/dependencies/project/project-model.ts';

/** Makes the variables of names that are only given on, and notes star imports: before anything is read. */
export function prepareImports(project: ProjectModel, file: FileModel): void {
  if (file.tree.grammar.rules.sharesFolder === true) file.stars.push(...project.neighbours(file));
  if (file.aliases.get('default') === 'default') file.extra.set('default', project.graph.createVariable());
  for (const fact of file.imports) {
    namePart(project, file, fact);
    if (fact.exportedAs !== null) file.extra.set(fact.exportedAs, project.graph.createVariable());
    const target = fact.imported === '**' ? project.resolveImport(file, fact.source) : null;
    if (target !== null && 'file' in target) file.stars.push(target.file);
  }
}

/** Lets imported names hold what the other file gives, or the outside name. */
export function bindImports(project: ProjectModel, file: FileModel): void {
  for (const fact of file.imports) {
    const target = project.resolveImport(file, fact.source);
    const variable = importVariable(project, file, fact);
    const part = importedPart(project, file, fact);
    if (variable !== null && part !== null) project.graph.put(variable, moduleValue(project, part));
    if (target === null || variable === null || part !== null) continue;
    if (fact.imported === '*' || fact.imported === '**') putModule(project, variable, target);
    else if ('external' in target || !putOwnPart(project, variable, { file, target }, fact.imported))
      putName(project, variable, target, fact.imported);
  }
}

/** `from pkg import part` in the package's own `__init__`: the name is the module, and not that of this very import. */
function putOwnPart(
  project: ProjectModel,
  variable: Variable,
  { file, target }: { readonly file: FileModel; readonly target: { readonly file: number } },
  name: string,
): boolean {
  const part = target.file === file.index ? project.submodule(file, name) : null;
  if (part !== null) project.graph.put(variable, moduleValue(project, part));
  return part !== null;
}

function importVariable(project: ProjectModel, file: FileModel, fact: ImportFact): Variable | null {
  if (fact.exportedAs !== null) return file.extra.get(fact.exportedAs) ?? null;
  if (fact.local === null) return null;
  const binding = bindingAt(file, fact.node, fact.local);
  if (binding !== undefined) return file.variables[binding] ?? null;
  // The name is not written (Go: it is the package's own).
  const variable = project.graph.createVariable();
  file.unwritten.set(fact.local, variable);
  return variable;
}

/** What a name is declared as in the scopes around a node, the innermost first. */
function bindingAt({ names: { scopes }, tree }: FileModel, node: number, name: string): number | undefined {
  for (let scope = scopes[lastScopeBefore(scopes, node)]; scope !== undefined; scope = scopes[scope.parent]) {
    const isAround = node < (tree.after[scope.node] ?? 0);
    const found = isAround ? scope.names.get(name) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Scopes stand in the order of their nodes. */
function lastScopeBefore(scopes: readonly Scope[], node: number): number {
  let low = 0;
  let high = scopes.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((scopes[middle]?.node ?? 0) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Lets a variable hold a module: of a CommonJS file what it gives. */
export function putModule(project: ProjectModel, variable: Variable, target: ImportTarget): void {
  const common = 'file' in target ? project.commonExports.get(target.file) : undefined;
  if (common !== undefined) return project.graph.copy(common.given, variable);
  const value = 'file' in target ? moduleValue(project, target.file) : external(project, target.external);
  project.graph.put(variable, value);
}

function putName(project: ProjectModel, variable: Variable, target: ImportTarget, name: string): void {
  if ('external' in target)
    return project.graph.put(
      variable,
      external(project, name === 'default' ? target.external : `${target.external}.${name}`),
    );
  const common = project.commonExports.get(target.file);
  if (common !== undefined && name === 'default') return project.graph.copy(common.given, variable);
  if (common !== undefined) return loadAttribute(project, common.given, name, variable);
  const file = project.files[target.file];
  const given = file === undefined ? null : moduleAttribute(project, file, name, new Set());
  if (given !== null) return project.graph.copy(given, variable);
  const module = project.graph.createVariable();
  project.graph.put(module, moduleValue(project, target.file));
  loadAttribute(project, module, name, variable);
}
