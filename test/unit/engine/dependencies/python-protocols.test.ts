import { expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

async function callsOf(text: string): Promise<string[]> {
  const { edges } = await buildGraph([{ path: 'm.py', text }], { by: 'symbol', nested: true });
  return edges.filter(({ kind }) => kind === 'call').map(({ from, to }) => `${from} > ${to}`);
}

const box = `class Box:
    @property
    def size(self): return help()
    @size.setter
    def size(self, value): check(value)
    def __enter__(self): return self
    def __exit__(self, *rest): pass
    def __getitem__(self, key): pass
    def __contains__(self, key): pass
    def __len__(self): return 0
    def __add__(self, other): return self
    def open(self): pass
def help(): pass
def check(value): pass
`;

it.each([
  ['reading a property', 'Box().size', 'm.Box.size'],
  ['writing a property', 'box = Box()\n    box.size = 1', 'm.Box.size#2'],
  ['with', 'with Box() as box:\n        box.open()', 'm.Box.__enter__'],
  ['the end of with', 'with Box() as box:\n        box.open()', 'm.Box.__exit__'],
  ['what with gives', 'with Box() as box:\n        box.open()', 'm.Box.open'],
  ['an item', 'Box()[1]', 'm.Box.__getitem__'],
  ['in', '1 in Box()', 'm.Box.__contains__'],
  ['len', 'len(Box())', 'm.Box.__len__'],
  ['an operator', '(Box() + 1).open()', 'm.Box.__add__'],
  ['what an operator gives', '(Box() + 1).open()', 'm.Box.open'],
  ['a list that it was appended to', 'boxes = []\n    boxes.append(Box())\n    boxes[0].open()', 'm.Box.open'],
  ['get of a dictionary', "boxes = {'a': Box()}\n    boxes.get('a').open()", 'm.Box.open'],
  ['a comprehension', '[each.open() for each in [Box()]]', 'm.Box.open'],
])('%s calls the method', async (_, body, callee) => {
  expect(await callsOf(`${box}def main():\n    ${body}\n`)).toContain(`m.main > ${callee}`);
});

it('a class of the project has its members before what an outside base may have', async () => {
  const text = `import threading
class Base:
    def __init__(self): self.names = []
    def say(self): pass
class Task(threading.Thread, Base):
    def run(self):
        self.say()
        self.names.append(1)
        self.join()
`;
  expect(await callsOf(text)).toEqual([
    'm.Task.run > <**PyList**>.append',
    'm.Task.run > m.Base.say',
    'm.Task.run > threading.Thread.join',
  ]);
});

it('a method of a base may meet objects of classes that only others make', async () => {
  const text = `class Shape:
    def draw(self): self.line()
class Circle(Shape):
    def line(self): pass
`;
  expect(await callsOf(text)).toEqual(['m.Shape.draw > m.Circle.line']);
});

it('data that came from outside has no members worth a name', async () => {
  const text = `import sys
def show(args): args.index.default()
def main(): show(sys.argv)
`;
  expect(await callsOf(text)).toEqual(['m.main > m.show']);
});
