import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import type { DependencyGraph } from '#domain/graph/dependency-graph.ts';
import { createBuildGraph, type BuildGraph } from '#engine/dependencies/create-build-graph.ts';

let buildGraph: BuildGraph;
beforeAll(async () => {
  buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });
});

function graphOf(path: string, text: string): Promise<DependencyGraph> {
  return buildGraph([{ path, text }], { by: 'symbol' });
}

function levelOf(graph: DependencyGraph, id: string): number | undefined {
  return graph.nodes.find((node) => node.id === id)?.level;
}

describe('what is handed to a function', () => {
  test('a callback that comes back to its caller makes no cycle', async () => {
    const graph = await graphOf(
      'walk.ts',
      'export function each(run: () => void): void { run(); }\n' +
        'export function visit(): void { each(visitAgain); }\n' +
        'export function visitAgain(): void { each(visit); }\n',
    );
    expect(graph.edges).toContainEqual({ from: 'walk.each', to: 'walk.visit', kind: 'call', indirect: true });
    expect(levelOf(graph, 'walk.each')).toBe(0);
    expect(graph.cycles).toEqual([['walk.visit', 'walk.visitAgain']]);
  });

  test('an object passed in is no need, one of a named class is', async () => {
    const graph = await graphOf(
      'save.ts',
      'export class Store { save(): void {} }\n' +
        'export interface Saves { save(): void }\n' +
        'export function keep(store: Saves): void { store.save(); }\n' +
        'export function keepHere(store: Store): void { store.save(); }\n' +
        'export function main(): void { const store = new Store(); keep(store); keepHere(store); }\n',
    );
    const to = 'save.Store.save';
    expect(graph.edges).toContainEqual({ from: 'save.keep', to, kind: 'call', indirect: true });
    expect(graph.edges).toContainEqual({ from: 'save.keepHere', to, kind: 'call' });
  });

  test('a call through a table is a need, for the table is named', async () => {
    const graph = await graphOf(
      'table.ts',
      'export function one(): void {}\nexport const table = { one };\n' +
        "export function perform(key: 'one'): void { table[key](); }\n",
    );
    expect(graph.edges).toContainEqual({ from: 'table.perform', to: 'table.one', kind: 'call' });
    expect(levelOf(graph, 'table.perform')).toBe(2);
  });

  test('a method that a subclass has anew is not needed by the base', async () => {
    const graph = await graphOf(
      'shape.py',
      'class Shape:\n    def draw(self):\n        self.line()\n    def line(self):\n        pass\n\n' +
        'class Box(Shape):\n    def line(self):\n        pass\n\ndef main():\n    Box().draw()\n',
    );
    expect(graph.edges).toContainEqual({
      from: 'shape.Shape.draw',
      to: 'shape.Box.line',
      kind: 'call',
      indirect: true,
    });
    expect(graph.cycles).toEqual([]);
  });

  test('the type of a constant belongs to the constant', async () => {
    const graph = await graphOf(
      'handler.ts',
      'export type Handler = () => void;\nexport const onStart: Handler = () => undefined;\n',
    );
    expect(graph.edges).toEqual([{ from: 'handler.onStart', to: 'handler.Handler', kind: 'type' }]);
  });
});
