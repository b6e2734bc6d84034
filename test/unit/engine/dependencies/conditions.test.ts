import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

async function callsOf(path: string, text: string, from: string): Promise<string[]> {
  const { edges } = await buildGraph([{ path, text }], { by: 'symbol' });
  return edges.filter((edge) => edge.from === from && edge.kind === 'call').map(({ to }) => to);
}

const classes =
  'export class Box { open() {} }\nexport class Cup { open() {} }\nexport function run() {}\n' +
  'export function isBox(thing) { return thing instanceof Box; }\n' +
  'export function main() { use(new Box()); use(new Cup()); use(run); }\n';

describe('a value that a condition does not let through', () => {
  test('is not called behind typeof, nor asked for members behind instanceof', async () => {
    const use =
      'export function use(thing) {\n  if (thing instanceof Box) thing.open();\n  else if (typeof thing === "function") thing();\n}\n';
    expect(await callsOf('a.js', classes + use, 'a.use')).toEqual(['a.Box.open', 'a.run']);
  });

  test('is not there behind a part that leaves, or where a function is asked', async () => {
    const use = 'export function use(thing) {\n  if (isBox(thing)) return;\n  thing.open();\n}\n';
    expect(await callsOf('a.js', classes + use, 'a.use')).toEqual(['a.Cup.open', 'a.isBox']);
  });

  test('is there again once the name is assigned to', async () => {
    const use =
      'export function use(thing) {\n  if (thing instanceof Cup) return;\n  thing = other();\n  thing.open();\n}\n' +
      'export function other() { return new Cup(); }\n';
    expect(await callsOf('a.js', classes + use, 'a.use')).toContain('a.Cup.open');
  });

  test('does not fit a declared type of texts', async () => {
    const text =
      'export class Box { toString(): string { return ""; } }\n' +
      'export function show(text: string): string { return `${text}`; }\n' +
      'export function write(thing: unknown): string { return `${thing}`; }\n' +
      'export function main(): void { const box: any = new Box(); show(box); write(box); }\n';
    expect(await callsOf('a.ts', text, 'a.show')).toEqual([]);
    expect(await callsOf('a.ts', text, 'a.write')).toEqual(['a.Box.toString']);
  });

  test('is not there behind isinstance', async () => {
    const text =
      'class Box:\n    def open(self): pass\n\nclass Cup:\n    def open(self): pass\n\n' +
      'def use(thing):\n    if not isinstance(thing, Box):\n        return\n    thing.open()\n\n' +
      'def main():\n    use(Box())\n    use(Cup())\n';
    const calls = await callsOf('a.py', text, 'a.use');
    expect(calls).toContain('a.Box.open');
    expect(calls).not.toContain('a.Cup.open');
  });

  test('is not called by functions of the language that only look at it', async () => {
    const text =
      'export function run() {}\nexport function keep(list, map) { [].concat(run); new RegExp(run); JSON.stringify(run); isFinite(run); }\n';
    expect((await callsOf('a.js', text, 'a.keep')).filter((to) => to.startsWith('a.'))).toEqual([]);
  });
});
