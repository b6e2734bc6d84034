import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import { childInField, childOfKind, childrenInField, kindName, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** Imports of one Python statement. `import a.b` binds `a` and loads `a.b`; a star import has the local name `*`. */
export function pythonImports(tree: SyntaxTree, statement: number): readonly ImportFact[] {
  switch (kindName(tree, statement)) {
    case 'import_statement':
      return childrenInField(tree, statement, 'name').flatMap((name) => plainImport(tree, statement, name));
    case 'import_from_statement':
      return importFrom(tree, statement);
    default:
      return [];
  }
}

function plainImport(tree: SyntaxTree, statement: number, name: number): ImportFact[] {
  const base = { imported: '*', exportedAs: null, typeOnly: false, node: statement };
  const { written, alias } = aliased(tree, name);
  if (alias !== null) return [{ ...base, source: written, local: alias }];
  const [first = written] = written.split('.');
  const bound = { ...base, source: first, local: first };
  return first === written ? [bound] : [bound, { ...base, source: written, local: null }];
}

function importFrom(tree: SyntaxTree, statement: number): ImportFact[] {
  const source = compact(textOf(tree, childInField(tree, statement, 'module_name')));
  const base = { source, exportedAs: null, typeOnly: false, node: statement };
  if (childOfKind(tree, statement, 'wildcard_import') >= 0) return [{ ...base, imported: '**', local: '*' }];
  return childrenInField(tree, statement, 'name').map((name) => {
    const { written, alias } = aliased(tree, name);
    return { ...base, imported: written, local: alias ?? written };
  });
}

function aliased(tree: SyntaxTree, name: number): { written: string; alias: string | null } {
  if (kindName(tree, name) !== 'aliased_import') return { written: compact(textOf(tree, name)), alias: null };
  const written = compact(textOf(tree, childInField(tree, name, 'name')));
  return { written, alias: textOf(tree, childInField(tree, name, 'alias')) };
}

function compact(text: string): string {
  return text.replaceAll(/\s+/gu, '');
}
