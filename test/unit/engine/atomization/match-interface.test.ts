import { beforeAll, describe, expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createAtomize, type Atomize } from '#engine/atomization/create-atomize.ts';
import { keepsSignature, matchInterface } from '#engine/atomization/match-interface.ts';

let atomize: Atomize;
beforeAll(async () => {
  atomize = createAtomize({ syntax: await createTreeSitterSyntax() });
});

async function differences(file: string, text: string, name: string, signature: string): Promise<string[]> {
  const { symbols } = await atomize({ path: file, text });
  return matchInterface(symbols, [{ file, name, signature }]);
}

describe('an interface that agrees', () => {
  test.each([
    [
      'f',
      'export function f(a: number, b?: string): Promise<void>;',
      'export async function f(a: number, b?: string): Promise<void> { }',
    ],
    ['f', 'function f(total: number): number[]', 'export function f(\n  sum: number,\n): number[] {\n  return [];\n}'],
    [
      'f',
      'export function f(a: number, b?: number): number',
      'export const f = (a: number, b: number = 2): number => a + b;',
    ],
    ['f', 'export const f: (a: number) => number', 'export function f(a: number): number { return a; }'],
    [
      'f',
      'export function f<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]>',
      'export function f<T>(items: readonly T[], by: (item: T) => string): Map<string, T[]> { return new Map(); }',
    ],
    ['Book', 'export class Book { add(a: string): void }', 'export class Book {\n  add(a: string): void {}\n}'],
    ['Book.add', 'add(a: string): void', 'export class Book {\n  public add(a: string): void {}\n}'],
    ['T', 'export type T = \'a\' | "b";', "export type T =\n  | 'a'\n  | 'b';"],
    [
      'I',
      'export interface I { readonly id: string; n: number }',
      'export interface I {\n  readonly id: string; // the id\n  n: number;\n}',
    ],
    ['limit', 'export const limit: number', 'export const limit = 3;'],
  ])('%s: %s', async (name, signature, text) => {
    expect(await differences('a.ts', text, name, signature)).toEqual([]);
  });

  test.each([
    [
      'f',
      'def f(a: int, b: str = "x") -> list[int]:',
      'def f(\n    a: int,\n    b: str = "y",\n) -> list[int]:\n    return []\n',
    ],
    [
      'Book.add',
      'def add(self, a: int) -> None',
      'class Book:\n    @wraps(f)\n    def add(self, a: int) -> None:\n        pass\n',
    ],
    ['Book', 'class Book:', 'class Book():\n    pass\n'],
  ])('in Python, %s: %s', async (name, signature, text) => {
    expect(await differences('a.py', text, name, signature)).toEqual([]);
  });
});

describe('an interface that differs', () => {
  test.each([
    ['is missing', 'export const g = 1;', /does not define f/],
    ['is not exported', 'function f(a: number): number { return a; }', /does not export it/],
    ['has another parameter type', 'export function f(a: string): number { return 1; }', /should be/],
    ['has another result', 'export function f(a: number): string { return ""; }', /should be/],
    ['has a parameter more', 'export function f(a: number, b: number): number { return a; }', /should be/],
    ['is optional where it was not', 'export function f(a?: number): number { return 1; }', /should be/],
  ])('%s', async (_, text, message) => {
    const found = await differences('a.ts', text, 'f', 'export function f(a: number): number');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });

  test('in Python also when a parameter has another name', async () => {
    expect(
      await differences('a.py', 'def f(b: int) -> int:\n    return b\n', 'f', 'def f(a: int) -> int'),
    ).toHaveLength(1);
  });
});

test('a symbol written anew keeps its signature when only its body changed', async () => {
  const before = (await atomize({ path: 'a.ts', text: 'export function f(a: number): number { return a; }' }))
    .symbols[1];
  const same = (await atomize({ path: 'a.ts', text: 'export function f(a: number): number {\n  return a + 1;\n}' }))
    .symbols[1];
  const other = (await atomize({ path: 'a.ts', text: 'export function f(a: number, b: number): number { return a; }' }))
    .symbols[1];
  if (before === undefined || same === undefined || other === undefined) throw new Error('no symbol');
  expect([keepsSignature(before, same), keepsSignature(before, other)]).toEqual([true, false]);
});
