import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { callRecorder } from '#scripts/bench/analysis/call-recorder.ts';

/**
 * `npx tsx scripts/bench/analysis/instrument-calls.ts FOLDER OUT`: rewrites the JavaScript and TypeScript sources in a copy of
 * a project so that its functions tell who called them while its tests run. OUT gets a line for each pair that is new:
 * `caller callee`, each `path:offset` of the function in the original text (-1 for a module's own code).
 */
const [folder = '.', out = 'calls.txt'] = process.argv.slice(2);

const recorder = callRecorder(out);

interface Insertion {
  readonly at: number;
  readonly text: string;
  /** Of several at one place, outer ones stand outside. */
  readonly rank: number;
}

/** The text of a file with the recording put in, on the same lines. */
export function instrument(path: string, text: string): string {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const insertions: Insertion[] = [];
  const insert = (at: number, added: string, rank: number): number => insertions.push({ at, text: added, rank });
  const visit = (node: ts.Node, depth: number): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body !== undefined) wrapBody(node, node.body, depth);
    if (ts.isAwaitExpression(node) && inFunction(node)) {
      insert(node.getStart(), '__calls.awake(__frame, ', depth);
      insert(node.expression.getStart(), '__calls.wait(__frame, ', depth);
      insert(node.end, '))', -depth);
    }
    if (ts.isYieldExpression(node)) {
      insert(node.getStart(), '__calls.next(__frame, ', depth);
      insert(node.expression?.getStart() ?? node.end, ' __calls.wait(__frame, ', depth);
      insert(node.end, '))', -depth);
    }
    if (ts.isForOfStatement(node) && node.awaitModifier !== undefined && ts.isBlock(node.statement) && inFunction(node))
      insert(node.statement.getStart() + 1, ' __calls.awake(__frame); ', depth);
    ts.forEachChild(node, (child) => visit(child, depth + 1));
  };
  const wrapBody = (node: ts.SignatureDeclaration, body: ts.Node, depth: number): void => {
    const id = JSON.stringify(`${path}:${node.getStart()}`);
    // The body of a generator runs when somebody asks for its first value; what a parameter is by default, when it is called.
    const last = node.parameters.at(-1);
    const isGenerator =
      'asteriskToken' in node && node.asteriskToken !== undefined && last?.dotDotDotToken === undefined;
    if (isGenerator)
      insert(
        node.parameters.end,
        `${last === undefined || node.parameters.hasTrailingComma ? '' : ', '}__told = __calls.told(${id})`,
        depth,
      );
    const enter = `const __frame = __calls.${isGenerator ? 'resume' : 'enter'}(${id}); try {`;
    if (ts.isBlock(body)) {
      insert(body.getStart() + 1, ` ${enter} `, depth);
      const isEmpty = body.getStart() + 2 === body.end;
      insert(body.end - 1, ' } finally { __calls.leave(__frame); } ', isEmpty ? depth + 0.5 : -depth);
    } else {
      insert(body.getStart(), `{ ${enter} return (`, depth);
      insert(body.end, '); } finally { __calls.leave(__frame); } }', -depth);
    }
  };
  visit(source, 0);
  const first = source.statements.find((each) => !isDirective(each));
  insert(
    first?.getFullStart() ?? text.length,
    `;${recorder} const __module = __calls.enter(${JSON.stringify(`${path}:-1`)});`,
    -1,
  );
  insert(text.length, '\n;__calls.leave(__module);', -1000);
  return apply(text, insertions);
}

function apply(text: string, insertions: readonly Insertion[]): string {
  const sorted = insertions.toSorted((a, b) => a.at - b.at || a.rank - b.rank);
  let done = 0;
  let made = '';
  for (const { at, text: added } of sorted) {
    made += text.slice(done, at) + added;
    done = at;
  }
  return made + text.slice(done);
}

function isDirective(statement: ts.Statement): boolean {
  return ts.isExpressionStatement(statement) && ts.isStringLiteral(statement.expression);
}

function inFunction(node: ts.Node): boolean {
  return ts.findAncestor(node, (each) => ts.isFunctionLike(each)) !== undefined;
}

for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:[cm]?js|[cm]?tsx?)$/u.test(path) || /node_modules|\.d\.[cm]?ts$|\.min\.js$/u.test(path)) continue;
  const file = join(folder, path);
  writeFileSync(file, instrument(path, readFileSync(file, 'utf8')));
}
