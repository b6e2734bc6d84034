import type { ImportFact } from '#domain/atom/symbols/import-fact.ts';
import { childInField, childOfKind, childrenOf, kindName, partsOf, textOf } from '#domain/atom/tree-navigation.ts';
import type { SyntaxTree } from '#domain/atom/syntax-tree.ts';

type Name = Pick<ImportFact, 'imported' | 'local' | 'exportedAs'>;

/** Imports, re-exports and `require` of one statement. */
export function ecmascriptImports(tree: SyntaxTree, statement: number): readonly ImportFact[] {
  switch (kindName(tree, statement)) {
    case 'import_statement':
      return importStatement(tree, statement);
    case 'export_statement':
      return reExport(tree, statement);
    case 'lexical_declaration':
    case 'variable_declaration':
      return requires(tree, statement);
    default:
      return [];
  }
}

function importStatement(tree: SyntaxTree, statement: number): ImportFact[] {
  const required = childOfKind(tree, statement, 'import_require_clause');
  const clause = required >= 0 ? required : childOfKind(tree, statement, 'import_clause');
  const source = childInField(tree, required >= 0 ? required : statement, 'source');
  const names: Name[] = clause < 0 ? [{ imported: '*', local: null, exportedAs: null }] : clauseNames(tree, clause);
  return facts(tree, statement, source, names);
}

function clauseNames(tree: SyntaxTree, clause: number): Name[] {
  const isRequire = kindName(tree, clause) === 'import_require_clause';
  return partsOf(tree, clause).flatMap((part): Name[] => {
    switch (kindName(tree, part)) {
      case 'identifier':
        return [{ imported: isRequire ? '*' : 'default', local: textOf(tree, part), exportedAs: null }];
      case 'namespace_import':
        return [{ imported: '*', local: textOf(tree, childOfKind(tree, part, 'identifier')), exportedAs: null }];
      case 'named_imports':
        return partsOf(tree, part).map((specifier) => {
          const { name, alias } = specifierNames(tree, specifier);
          return { imported: name, local: alias, exportedAs: null };
        });
      default:
        return [];
    }
  });
}

function specifierNames(tree: SyntaxTree, specifier: number): { name: string; alias: string } {
  const name = childInField(tree, specifier, 'name');
  const alias = childInField(tree, specifier, 'alias');
  const nameText = name >= 0 ? textOf(tree, name) : '';
  return { name: nameText, alias: alias >= 0 ? textOf(tree, alias) : nameText };
}

function reExport(tree: SyntaxTree, statement: number): ImportFact[] {
  const source = childInField(tree, statement, 'source');
  if (source < 0) return [];
  const namespace = childOfKind(tree, statement, 'namespace_export');
  if (namespace >= 0) {
    const exportedAs = textOf(tree, partsOf(tree, namespace)[0] ?? namespace);
    return facts(tree, statement, source, [{ imported: '*', local: null, exportedAs }]);
  }
  const clause = childOfKind(tree, statement, 'export_clause');
  if (clause < 0) return facts(tree, statement, source, [{ imported: '**', local: null, exportedAs: null }]);
  const names = partsOf(tree, clause).map((specifier) => {
    const { name, alias } = specifierNames(tree, specifier);
    return { imported: name, local: null, exportedAs: alias };
  });
  return facts(tree, statement, source, names);
}

/** `const a = require('b')` and `const { a, b: c } = require('d')`. */
function requires(tree: SyntaxTree, statement: number): ImportFact[] {
  return partsOf(tree, statement).flatMap((declarator) => {
    const call = childInField(tree, declarator, 'value');
    if (call < 0 || kindName(tree, call) !== 'call_expression') return [];
    if (textOf(tree, childInField(tree, call, 'function')) !== 'require') return [];
    const source = childOfKind(tree, childInField(tree, call, 'arguments'), 'string');
    const target = childInField(tree, declarator, 'name');
    return source < 0 ? [] : facts(tree, statement, source, requiredNames(tree, target));
  });
}

function requiredNames(tree: SyntaxTree, target: number): Name[] {
  if (kindName(tree, target) === 'identifier')
    return [{ imported: '*', local: textOf(tree, target), exportedAs: null }];
  return partsOf(tree, target).map((part) => {
    const key = childInField(tree, part, 'key');
    const value = childInField(tree, part, 'value');
    return {
      imported: textOf(tree, key >= 0 ? key : part),
      local: textOf(tree, value >= 0 ? value : part),
      exportedAs: null,
    };
  });
}

function facts(tree: SyntaxTree, statement: number, source: number, names: readonly Name[]): ImportFact[] {
  const typeOnly = childrenOf(tree, statement).some((child) => kindName(tree, child) === 'type');
  const written = source < 0 ? '' : textOf(tree, source).slice(1, -1);
  return names.map((name) => ({ source: written, ...name, typeOnly, node: statement }));
}
