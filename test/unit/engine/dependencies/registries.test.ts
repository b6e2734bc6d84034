import { expect, test } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { createBuildGraph } from '#engine/dependencies/create-build-graph.ts';

const buildGraph = createBuildGraph({ syntax: await createTreeSitterSyntax() });

const registry = [
  'const kept = {};',
  'export function register(plugin) { kept[plugin.name] = plugin }',
  'export function run(name) { const plugin = kept[name]; return plugin.run() }',
];

/** How many methods `run` the function `run` of the registry calls, of so many plugins in files of their own. */
async function calledOf(count: number, plugin: (place: number) => string): Promise<number> {
  const plugins = Array.from({ length: count }, (_, place) => ({
    path: `plugin${place}.js`,
    text: `import { register } from './registry.js';\nconst plugin = ${plugin(place)};\nregister(plugin);\n`,
  }));
  const { edges } = await buildGraph([{ path: 'registry.js', text: `${registry.join('\n')}\n` }, ...plugins], {
    by: 'symbol',
  });
  return edges.filter(({ kind, from, to }) => kind === 'call' && from === 'registry.run' && to.startsWith('plugin'))
    .length;
}

test('a registry calls all of sixty plugins, each under a name of its own', async () => {
  expect(await calledOf(60, (place) => `{ name: 'plugin${place}', run() { return ${place} } }`)).toBe(60);
});

test('objects of nothing but data do not take the room of those that do something', async () => {
  const half = (place: number): string =>
    place % 2 === 0 ? `{ name: 'p${place}' }` : `{ name: 'p${place}', run: () => 1 }`;
  expect(await calledOf(120, half)).toBe(60);
});

test('who goes through a module by key may mean anything that it exports', async () => {
  const rules = [
    'export function one() {}',
    'function inner() {}',
    'export { inner as renamed }',
    'function hidden() {}',
    "export * from './more.js'",
  ];
  const use = [
    "import * as rules from './rules.js'",
    'export function byKey() { for (const key in rules) rules[key]() }',
    'export function byValues() { Object.values(rules).forEach((rule) => rule()) }',
    'export function byName(name) { return rules[name]() }',
  ];
  const files = [
    { path: 'rules.js', text: rules.join('\n') },
    { path: 'more.js', text: 'export const two = () => 2\n' },
    { path: 'use.js', text: use.join('\n') },
  ];
  const { edges } = await buildGraph(files, { by: 'symbol' });
  const calls = edges.filter(({ kind, to }) => kind === 'call' && /^(?:rules|more)/u.test(to));
  for (const caller of ['use.byKey', 'use.byValues', 'use.byName'])
    expect(
      calls
        .filter(({ from }) => from === caller)
        .map(({ to }) => to)
        .toSorted(),
    ).toEqual(['more.two', 'rules.inner', 'rules.one']);
});
