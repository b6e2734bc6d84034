import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

/** `Block` and `Inline` come from `State`, `Other` from nothing; all can run. All four are given to `main`, one after the other. */
const KINDS = `from typing import Protocol, TypeVar
class State:
    def run(self): pass
class Block(State):
    def run(self): pass
class Inline(State):
    def run(self): pass
class Other:
    def run(self): pass
class Shape(Protocol):
    def run(self): pass
S = TypeVar('S')
`;
const CALLS = 'def start():\n    for each in [State(), Block(), Inline(), Other()]: main(each)\n';

async function ranBy(parameter: string, calls = CALLS): Promise<string[]> {
  const text = `${KINDS}def main(x${parameter}): x.run()\n${calls}`;
  const { edges } = await buildGraph([{ path: 'm.py', text }], { by: 'symbol' });
  return edges
    .filter(({ kind, from, to }) => kind === 'call' && from === 'm.main' && to.endsWith('.run'))
    .map(({ to }) => to.split('.')[1] ?? '')
    .toSorted();
}

test.each<[string, string, string[]]>([
  ['without an annotation: whatever is given', '', ['Block', 'Inline', 'Other', 'State']],
  ['the class and what comes from it', ': State', ['Block', 'Inline', 'State']],
  ['a class in quotes, or none', ': "Inline" = None', ['Inline', 'State']],
  ['a class or nothing', ': Inline | None', ['Inline', 'State']],
  ['several classes: whatever is given', ': Block | Inline', ['Block', 'Inline', 'Other', 'State']],
  ['a type variable: whatever is given', ': S', ['Block', 'Inline', 'Other', 'State']],
])('Python: a parameter holds what its annotation allows of what it is given: %s', async (_, parameter, expected) => {
  expect(await ranBy(parameter)).toEqual(expected);
});

test('Python: an object may be of a class that comes from the declared one and its own', async () => {
  const mixin =
    'class Mixin:\n    def go(self): main(self)\n    def run(self): pass\nclass Mixed(Mixin, Inline): pass\n';
  expect(await ranBy(': Inline', mixin)).toContain('Mixin');
});

test('Python: a protocol asks what an object can do, not where it comes from', async () => {
  expect(await ranBy(': Shape')).toEqual(expect.arrayContaining(['Block', 'Inline', 'Other', 'State']));
});

test('Python: what a class comes from may be known late, from another file', async () => {
  const files = [
    { path: 'use.py', text: 'from kinds import Base, make\ndef main(x: Base): x.run()\ndef start(): main(make())\n' },
    {
      path: 'kinds.py',
      text: 'def base():\n    return Base\nclass Base:\n    def run(self): pass\nclass Late(base()):\n    def run(self): pass\ndef make(): return Late()\n',
    },
  ];
  const { edges } = await buildGraph(files, { by: 'symbol' });
  expect(edges.filter(({ kind, from }) => kind === 'call' && from === 'use.main').map(({ to }) => to)).toContain(
    'kinds.Late.run',
  );
});
