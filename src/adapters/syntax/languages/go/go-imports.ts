import { kindFlags } from '#domain/atom/kind-flags.ts';
import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';
import { afterOf, childInField, hasFlag, kindName, textOf } from '#domain/atom/tree-navigation.ts';

/** Imports of one Go statement. A package goes by the last part of its path; `.` brings in all its names, `_` none. */
export function goImports(tree: SyntaxTree, statement: number): readonly ImportFact[] {
  if (!hasFlag(tree, statement, kindFlags.import)) return [];
  const imports: ImportFact[] = [];
  for (let node = statement + 1; node < afterOf(tree, statement); node += 1)
    if (kindName(tree, node) === 'import_spec') imports.push(importOf(tree, node, statement));
  return imports;
}

function importOf(tree: SyntaxTree, spec: number, statement: number): ImportFact {
  const source = textOf(tree, childInField(tree, spec, 'path')).slice(1, -1);
  const given = childInField(tree, spec, 'name');
  const name = given < 0 ? packageName(source) : textOf(tree, given);
  const base = { source, exportedAs: null, typeOnly: false, node: statement };
  if (name === '.') return { ...base, imported: '**', local: '*' };
  return { ...base, imported: '*', local: name === '_' ? null : name };
}

/** `example.org/yaml.v3` and `example.org/yaml/v3` are `yaml`. */
function packageName(source: string): string {
  const parts = source.replace(/\/v\d+$/u, '').split('/');
  return (parts.at(-1) ?? source).replace(/\.v\d+$/u, '').replace(/^go-/u, '');
}
