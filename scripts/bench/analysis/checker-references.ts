import ts from 'typescript';
import type { SymbolFacts } from '#domain/atom/symbol-facts.ts';

/** Tells the innermost symbol at an offset of a file. */
export type SymbolAt = (file: string, offset: number) => SymbolFacts | null;

/**
 * The edges between symbols that the TypeScript checker sees: every identifier that means a function, class, method, type or
 * constant of the project, `from → to`. Members of interfaces and object literals are no symbols.
 */
export function checkerReferences(config: string, symbolAt: SymbolAt): Set<string> {
  const parsed = ts.getParsedCommandLineOfConfigFile(
    config,
    {},
    { ...ts.sys, onUnRecoverableConfigFileDiagnostic: fail },
  );
  const program = ts.createProgram({ rootNames: parsed?.fileNames ?? [], options: parsed?.options ?? {} });
  const checker = program.getTypeChecker();
  const edges = new Set<string>();
  const visit = (source: ts.SourceFile, node: ts.Node): void => {
    if (ts.isIdentifier(node)) addReference(edges, { checker, symbolAt, source }, node);
    ts.forEachChild(node, (child) => visit(source, child));
  };
  for (const source of program.getSourceFiles()) if (symbolAt(relative(source), 0) !== null) visit(source, source);
  return edges;
}

interface Reading {
  readonly checker: ts.TypeChecker;
  readonly symbolAt: SymbolAt;
  readonly source: ts.SourceFile;
}

function addReference(edges: Set<string>, { checker, symbolAt, source }: Reading, node: ts.Identifier): void {
  const from = symbolAt(relative(source), node.getStart(source));
  for (const declaration of declarationsOf(checker, node)) {
    const name = ts.getNameOfDeclaration(declaration);
    if (name === undefined || isInnerMember(declaration)) continue;
    const to = symbolAt(relative(declaration.getSourceFile()), name.getStart());
    const isOwnName = to !== null && to.name === name.getText();
    if (isOwnName && from !== null && from.id !== to.id) edges.add(`${from.id} → ${to.id}`);
  }
}

function declarationsOf(checker: ts.TypeChecker, node: ts.Identifier): readonly ts.Declaration[] {
  const found = ts.isShorthandPropertyAssignment(node.parent)
    ? checker.getShorthandAssignmentValueSymbol(node.parent)
    : checker.getSymbolAtLocation(node);
  if (found === undefined) return [];
  const isAlias = (found.flags & ts.SymbolFlags.Alias) !== 0;
  return (isAlias ? checker.getAliasedSymbol(found) : found).declarations ?? [];
}

/** Properties and parameters may share the name of the symbol around them. */
function isInnerMember(node: ts.Declaration): boolean {
  return (
    ts.isPropertySignature(node) ||
    ts.isPropertyAssignment(node) ||
    ts.isShorthandPropertyAssignment(node) ||
    ts.isParameter(node) ||
    ts.isMethodSignature(node) ||
    ts.isBindingElement(node) ||
    (ts.isMethodDeclaration(node) && ts.isObjectLiteralExpression(node.parent)) ||
    (ts.isVariableDeclaration(node) && !ts.isSourceFile(node.parent.parent.parent)) ||
    (ts.isFunctionDeclaration(node) && !ts.isSourceFile(node.parent))
  );
}

function relative(source: ts.SourceFile): string {
  return source.fileName.replace(`${process.cwd()}/`, '');
}

function fail(diagnostic: ts.Diagnostic): never {
  throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
}
