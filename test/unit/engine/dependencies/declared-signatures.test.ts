import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

const types = `export class Context { set() {} }
export type Next = () => void;
export type Handler<T = unknown> = (context: Context, next: Next) => T;
export type Given = string | Handler;
export interface Listener { (context: Context): void }
`;

/** What calls `Context.set` in a file that has these lines. */
async function callersIn(text: string): Promise<string[]> {
  const files = [
    { path: 'types.ts', text: types },
    {
      path: 'm.ts',
      text: `import { Context, type Handler, type Given, type Listener } from './types.ts';\n${text}`,
    },
  ];
  const { edges } = await buildGraph(files, { by: 'symbol' });
  return edges.filter(({ kind, to }) => kind === 'call' && to === 'types.Context.set').map(({ from }) => from);
}

it.each([
  ['a name', 'export const use: Handler = (context) => context.set();', 'm.use'],
  ['a call signature', 'export const use: Listener = (context) => context.set();', 'm.use'],
  ['what a function gives back', 'export function use(): Handler { return (context) => context.set(); }', 'm.use'],
  [
    'what a function promises',
    'export async function use(): Promise<Handler> { return (context) => { context.set(); }; }',
    'm.use',
  ],
  ['a parameter', 'function on(f: Given) {}\nexport function use() { on((context) => { context.set(); }); }', 'm.use'],
  [
    'a parameter, written down',
    'function on(f: (context: Context) => void) {}\nexport function use() { on((context) => { context.set(); }); }',
    'm.use',
  ],
  [
    'all further arguments',
    'function on(...all: Handler[]) {}\nexport function use() { on((context) => { context.set(); }); }',
    'm.use',
  ],
  ['a field', 'export class A { use: Handler = (context) => context.set(); }', 'm.A.use'],
])('a function is given what the type says that is declared for %s', async (_, text, caller) => {
  expect(await callersIn(text)).toEqual([caller]);
});

it.each([
  ['where no type is declared', 'export const use = (context) => context.set();'],
  ['in another position', 'export const use: Handler = (_, context) => context.set();'],
  ['where the type names an object', 'export const use: Context = (context) => context.set();'],
])('a function is given nothing by a type %s', async (_, text) => {
  expect(await callersIn(text)).toEqual([]);
});
