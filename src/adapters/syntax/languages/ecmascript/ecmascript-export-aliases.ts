import { childInField, childOfKind, childrenOf, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

/** `export { a as b }` gives b → a, `export default f` gives default → f. Re-exports are imports: see ecmascriptImports. */
export function ecmascriptExportAliases(tree: SyntaxTree): ReadonlyMap<string, string> {
  const aliases = new Map<string, string>();
  for (const statement of childrenOf(tree, 0)) {
    if (kindName(tree, statement) !== 'export_statement') continue;
    if (childInField(tree, statement, 'source') >= 0) continue;
    for (const specifier of partsOf(tree, childOfKind(tree, statement, 'export_clause')))
      addSpecifier(tree, specifier, aliases);
    addDefault(tree, statement, aliases);
  }
  return aliases;
}

function addSpecifier(tree: SyntaxTree, specifier: number, aliases: Map<string, string>): void {
  const name = childInField(tree, specifier, 'name');
  const alias = childInField(tree, specifier, 'alias');
  if (name >= 0) aliases.set(textOf(tree, alias >= 0 ? alias : name), textOf(tree, name));
}

function addDefault(tree: SyntaxTree, statement: number, aliases: Map<string, string>): void {
  if (childOfKind(tree, statement, 'default', '=') < 0) return;
  const value = childInField(tree, statement, 'value');
  const named = value >= 0 ? value : childInField(tree, statement, 'declaration');
  const given = named >= 0 ? named : childOfKind(tree, statement, 'identifier');
  if (given < 0) return;
  const isName = kindName(tree, given) === 'identifier';
  const name = isName ? given : childInField(tree, given, 'name');
  aliases.set('default', name >= 0 ? textOf(tree, name) : 'default');
}
