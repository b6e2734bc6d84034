import { beforeAll, describe, expect, it } from 'vitest';
import { createTreeSitterSyntax } from '#adapters/syntax/create-tree-sitter-syntax.ts';
import { readProject } from '#domain/build/read-project.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import type { Draft } from '#domain/draft/draft.ts';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { createDispatchBatch } from '#engine/execution/judging/create-dispatch-batch.ts';
import { Settings } from '#domain/settings/settings.ts';
import { createAnalysis, type Analysis } from '#main/compose/create-analysis.ts';
import { recordingActions } from '#test/support/build-ports.ts';
import { withAllSymbols, withBatch, withBuild } from '#test/support/build-steps.ts';
import { beginBuild, draftedWorld, ofType } from '#test/support/tiny-project.ts';

const STOCK = `"""Stock."""

from inventory.item import Item


def total(items: list[Item]) -> int:
    """Everything together."""
    return sum(item.count for item in items)


class Shelf:
    def __init__(self) -> None:
        self.items: list[Item] = []

    def put(self, item: Item) -> None:
        self.items.append(item)
`;

const CHANGED = `${STOCK.replace('item.count for', 'item.left() for')}
    def low(self, least: int) -> bool:
        # Counts what is on it.
        return total(self.items) < least
`;

const BASE = {
  'inventory/__init__.py': '',
  'inventory/item.py':
    'class Item:\n    def __init__(self, count: int) -> None:\n        self.count = count\n\n    def left(self) -> int:\n        return self.count\n',
  'inventory/stock.py': STOCK,
  'tests/test_stock.py':
    'import unittest\n\nfrom inventory.stock import total\n\n\nclass TestTotal(unittest.TestCase):\n    def test_empty(self) -> None:\n        self.assertEqual(total([]), 0)\n',
};

const TEST_LOW =
  'import unittest\n\nfrom inventory.stock import Shelf\n\n\nclass TestLow(unittest.TestCase):\n    def test_low(self) -> None:\n        self.assertTrue(Shelf().low(1))\n';

const DRAFTS: Record<string, Draft> = {
  T1: {
    files: [{ path: 'inventory/stock.py', content: CHANGED }],
    tests: [{ path: 'tests/test_low.py', kind: 'unit', content: TEST_LOW, covers: ['Shelf.low'] }],
    contracts: [],
    notes: '',
  },
};

/** A function of six lines. */
const LONG: Record<string, Draft> = {
  T1: {
    files: [
      {
        path: 'inventory/sum.py',
        content: `def total(a: int, b: int) -> int:\n${'    a = a + b\n'.repeat(4)}    return a\n`,
      },
    ],
    tests: [],
    contracts: [],
    notes: '',
  },
};

const TOTAL = 'inventory.stock.total';
const LOW = 'inventory.stock.Shelf.low';

describe('a feature in an existing Python package, taken apart for real', () => {
  let analysis: Analysis;
  beforeAll(async () => {
    analysis = createAnalysis(await createTreeSitterSyntax());
  });

  async function built(atoms = {}, drafts = DRAFTS) {
    const drafted = await draftedWorld(BASE, drafts);
    const world = { ...drafted, run: { ...drafted.run, settings: Settings.parse({ atoms }) } };
    const ports = {
      blobs: world.blobs,
      sourceTree: world.tree,
      analyse: analysis.analyse,
      actions: recordingActions(),
    };
    const perform = createAnalyseProject({ ...ports, languageOf: (path) => analysis.syntax.languageOf(path) });
    const event = ofType(await perform(world.run, { type: 'analyse-project', key: 'k' }), 'project-analysed');
    return {
      ...world,
      ports,
      run: beginBuild(world.run, event),
      project: readProject(await world.blobs.get(event.analysis)),
    };
  }

  it('generates only what is new or changed', async () => {
    const { run, project } = await built();
    const { levels, symbols } = requireBuild(run);
    expect(levels.flat()).toEqual(expect.arrayContaining([TOTAL, LOW]));
    expect(symbols['inventory.stock.Shelf.put']?.progress).toBe('existing');
    expect(levels.findIndex((level) => level.includes(TOTAL))).toBeLessThan(
      levels.findIndex((level) => level.includes(LOW)),
    );
    const reached = Object.fromEntries(project.tests.map((test) => [test.file, test.symbols]));
    expect(reached['tests/test_stock.py']).toContain(TOTAL);
    expect(reached['tests/test_low.py']).toContain(LOW);
  });

  it('takes code apart as finely as the settings ask', async () => {
    const coarse = await built({}, LONG);
    const fine = await built({ lines: 3 }, LONG);
    const sizes = ({ project }: typeof fine): number[] => project.atoms.map(({ loc }) => loc);
    expect(Math.max(...sizes(coarse))).toBe(6);
    expect(Math.max(...sizes(fine))).toBeLessThanOrEqual(3);
  });

  it('keeps the old body of a changed function until its level, and stubs a new one', async () => {
    const { run, project, tree, ports } = await built();
    expect(project.symbols.find((symbol) => symbol.id === TOTAL)?.stub?.text).toContain('item.count for');
    const validated = withAllSymbols(run, { progress: 'validated' });
    const event = ofType(
      await createCommitLevels(ports)(validated, { type: 'commit-levels', key: 'k', first: 0, last: 0 }),
      'levels-committed',
    );
    const text = tree.files(event.sha)['inventory/stock.py'] ?? '';
    expect(text).toContain("        raise NotImplementedError('mge: not generated yet: inventory.stock.Shelf.low')");
    expect(text).toContain('item.left() for');
    expect(text).toContain('self.items.append(item)');
  });

  it('puts a regenerated method in its place, indented as it stood', async () => {
    const { run, blobs, ports, tree } = await built();
    const atom = Object.values(requireBuild(run).atoms).find((each) => each.symbol === LOW && each.root)?.id ?? '';
    const text = await blobs.put(
      'def low(self, least: int) -> bool:\n    on_it = total(self.items)\n    return on_it < least\n',
    );
    const waiting = withBuild(run, { replacements: [{ atom, symbol: LOW, text, attempt: 2 }] });
    const dispatch = createDispatchBatch(ports);
    const event = ofType(
      await dispatch(withBatch(waiting, 1, [LOW]), { type: 'dispatch-batch', key: 'k', batch: 1 }),
      'batch-dispatched',
    );
    expect(event.changed).toEqual([LOW]);
    const whole = tree.files(event.sha)['inventory/stock.py'] ?? '';
    expect(whole).toBe(`${STOCK.replace('item.count for', 'item.left() for')}
    def low(self, least: int) -> bool:
        on_it = total(self.items)
        return on_it < least
`);
  });
});
