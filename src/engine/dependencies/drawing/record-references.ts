import { nameUse } from '#domain/atom/name-use.ts';
import { childInField, kindName, parentOf, startOf, textOf } from '#domain/atom/tree-navigation.ts';
import { isReading, isWriting } from '#domain/atom/names/use-sort.ts';
import type { EdgeTarget } from '#engine/dependencies/project/create-edge-recorder.ts';
import type { FileModel } from '#engine/dependencies/project/file-model.ts';
import { findExported, findImported, findLocal, type FoundName } from '#engine/dependencies/project/find-symbol.ts';
import type { ProjectModel } from '#engine/dependencies/project/project-model.ts';
import type { Site } from '#engine/dependencies/values/site.ts';

/** Records the edges that names alone make: imports, types, and data (any other mention of a symbol). */
export function recordReferences(project: ProjectModel, file: FileModel): void {
  for (const fact of file.imports) {
    const found = findImported(project, file, fact);
    const site = { file, node: fact.node };
    if (found !== null) project.edges.record({ site, target: found.target, kind: 'import', by: 'name' });
    else project.edges.miss({ site, name: missingName(fact.source, fact.imported), kind: 'import' });
  }
  const localOf = createLocalNames(project, file);
  file.names.nodes.forEach((node, index) => recordName(project, localOf, { file, node }, index));
}

/** What a name stands for in a file, looked up once for all its mentions. */
type LocalNames = (name: string) => FoundName | null;

function createLocalNames(project: ProjectModel, file: FileModel): LocalNames {
  const known = new Map<string, FoundName | null>();
  return (name) => {
    const earlier = known.get(name);
    if (earlier !== undefined) return earlier;
    const found = findLocal(project, file, name);
    known.set(name, found);
    return found;
  };
}

function missingName(source: string, imported: string): string {
  return imported.startsWith('*') ? source : `${source}.${imported}`;
}

function recordName(project: ProjectModel, localOf: LocalNames, { file, node }: Site, index: number): void {
  const use = file.names.uses[index] ?? 0;
  const name = file.names.texts[index] ?? '';
  const binding = file.names.bound[index] ?? -1;
  const isMention = isReading(use) || use === nameUse.write;
  const isLocal = binding >= 0 && file.names.bindings[binding]?.scope !== 0 && !isImported(file, name, binding);
  const wrapped = isMention ? file.wrapped.get(binding) : undefined;
  if (wrapped !== undefined) return recordWrapped(project, { file, node }, wrapped);
  if (!isMention || isLocal || file.inImport[node] === 1) return; // The names in an import statement itself are imports, not data.
  const found = localOf(name);
  if (found === null) return missName(project, file, node, { use, name, binding });
  const target = through(project, file, node, found);
  if (target === null || !('symbol' in target)) return;
  project.edges.record({ site: { file, node }, target, kind: use === nameUse.type ? 'type' : 'data', by: 'name' });
}

function recordWrapped(project: ProjectModel, site: Site, symbol: number): void {
  project.edges.record({ site, target: { symbol: site.file.firstSymbol + symbol }, kind: 'data', by: 'name' });
}

function isImported(file: FileModel, name: string, binding: number): boolean {
  const declared = file.names.bindings[binding]?.node ?? -1;
  return file.inImport[declared] === 1 && file.importOf.has(name);
}

/** `module.name`: the mention is of the name in the module. */
function through(project: ProjectModel, file: FileModel, node: number, found: FoundName): EdgeTarget | null {
  const { tree } = file;
  let current = found;
  let at = node;
  while (current.module !== null) {
    const parent = parentOf(tree, at);
    const shape = tree.grammar.rules.expressions.member[kindName(tree, parent)];
    if (shape === undefined || childInField(tree, parent, shape.object) !== at) break;
    const other = project.files[current.module];
    const next =
      other === undefined ? null : findExported(project, other, textOf(tree, childInField(tree, parent, shape.name)));
    if (next === null) break;
    current = next;
    at = parent;
  }
  return current.target;
}

interface Mention {
  readonly use: number;
  readonly name: string;
  readonly binding: number;
}

/** A name that neither the file, nor its imports, nor the language knows. */
function missName(project: ProjectModel, file: FileModel, node: number, { use, name, binding }: Mention): void {
  const { builtins } = file.tree.grammar.rules;
  if (binding >= 0 || builtins.has(name) || isWriting(use) || startOf(file.tree, node) < 0) return;
  project.edges.miss({ site: { file, node }, name, kind: use === nameUse.type ? 'type' : 'data' });
}
