import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { readTree } from '#domain/atom/split/atomize-tree.ts';
import { analyseProject } from '#engine/dependencies/analyse-project.ts';
import { assembleGraph } from '#engine/dependencies/drawing/assemble-graph.ts';
import { drawSymbolGraph } from '#engine/dependencies/drawing/draw-symbol-graph.ts';
import type { FileFacts } from '#engine/dependencies/project/file-facts.ts';
import { graphOfFacts } from '#engine/dependencies/graph-of-facts.ts';
import { joinDrawn } from '#engine/dependencies/drawing/join-drawn.ts';
import { surroundingsOf, type ProjectSurroundings } from '#engine/dependencies/project/project-surroundings.ts';
import { readFile } from '#engine/dependencies/project/read-file.ts';
import { readProjectSettings } from '#engine/dependencies/project/read-project-settings.ts';
import { createFileLookup } from '#engine/dependencies/project/create-file-lookup.ts';
import { splitProject } from '#engine/dependencies/project/split-project.ts';

const wholeOf = (files: readonly FileFacts[]): ProjectSurroundings => {
  const paths = files.map(({ tree }) => tree.path);
  return surroundingsOf(files, createFileLookup(paths, readProjectSettings([])));
};

let read: (files: readonly SourceFile[]) => FileFacts[];
beforeAll(async () => {
  const syntax = await createTreeSitterSyntax();
  read = (files) =>
    files.map((file) => {
      const tree = syntax.parse(file);
      return readFile(tree, readTree(tree, ''));
    });
});

/** The paths of each part, where every group of files is one. */
function partsOf(texts: Readonly<Record<string, string>>): string[][] {
  const files = read(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const parts = splitProject(files, wholeOf(files), 1);
  return parts.map((part) => part.map(({ tree }) => tree.path));
}

describe('a project is split', () => {
  test('where no import leads across', () => {
    const parts = partsOf({
      'a/one.ts': "import { two } from './two.ts';",
      'a/two.ts': 'export const two = 2;',
      'b/lazy.js': "const later = () => import('./needed.js');",
      'b/needed.js': 'export default 1;',
      'c/main.js': "const { tool } = require('./tool');",
      'c/tool.js': 'exports.tool = () => 1;',
      'd/alone.ts': "import { x } from 'outside';",
      'd/other.ts': 'export const x = 1;',
    });
    expect(parts).toEqual([
      ['a/one.ts', 'a/two.ts'],
      ['b/lazy.js', 'b/needed.js'],
      ['c/main.js', 'c/tool.js'],
      ['d/alone.ts'],
      ['d/other.ts'],
    ]);
  });

  test('not within a folder of Python or Go, whose files know each other anyway', () => {
    const parts = partsOf({
      'app/__init__.py': '',
      'app/deep/__init__.py': '',
      'app/deep/part.py': '',
      'go/a.go': 'package tool\n',
      'go/b.go': 'package tool\n',
      'lone/x.py': 'y = 1\n',
    });
    expect(parts).toEqual([
      ['app/__init__.py', 'app/deep/__init__.py', 'app/deep/part.py'],
      ['go/a.go', 'go/b.go'],
      ['lone/x.py'],
    ]);
  });

  test('not where symbols of two files have one id, or one stands in the other', () => {
    const parts = partsOf({ 'x.js': 'function f() {}', 'x.ts': 'function f() {}', 'x/y.js': '', 'z.js': '' });
    expect(parts).toEqual([['x.js', 'x.ts', 'x/y.js'], ['z.js']]);
  });

  test('into parts of which several small groups are one', () => {
    const files = read(['a.js', 'b.js', 'c.js'].map((path) => ({ path, text: 'f(1);' })));
    const nodes = files[0]?.tree.count ?? 0;
    const parts = splitProject(files, wholeOf(files), nodes + 1);
    expect(parts.map((part) => part.length)).toEqual([2, 1]);
  });

  test('with the files of a part in their order, whatever group they are of', () => {
    const texts = { 'a.js': "require('./c.js');", 'b.js': "require('./d.js');", 'c.js': '', 'd.js': '' };
    const files = read(Object.entries(texts).map(([path, text]) => ({ path, text })));
    const parts = splitProject(files, wholeOf(files));
    expect(parts.map((part) => part.map(({ tree }) => tree.path))).toEqual([Object.keys(texts)]);
  });
});

test('the graphs of the parts together are the graph of the whole', () => {
  const packages = ['m', 'n', 'o'].flatMap((folder) => [
    {
      path: `${folder}/base.ts`,
      text: `export class Base { get size() { return ${folder}(); } run(f) { f(this); missing(); } }\nfunction ${folder}() { return [1].map(String); }\n`,
    },
    {
      path: `${folder}/use.ts`,
      text: "import { Base } from './base.ts';\nimport { join } from 'path';\nclass Use extends Base { go() { this.run((x) => x.size); join('a'); } }\nexport const use = new Use();\nuse.go();\n",
    },
  ]);
  const files = read(packages);
  const whole = wholeOf(files);
  const parts = splitProject(files, whole, 1);
  const drawn = parts.map((part) => drawSymbolGraph(analyseProject(part, whole), { nested: true }));
  expect(parts).toHaveLength(3);
  expect(assembleGraph(joinDrawn(drawn))).toEqual(graphOfFacts(files, [], { by: 'symbol', nested: true }));
});
