import { describe, expect, it } from 'vitest';
import { requireBuild } from '#domain/build/require-build.ts';
import { createAbsorbPush } from '#engine/execution/committing/create-absorb-push.ts';
import { createCommitLevels } from '#engine/execution/committing/create-commit-levels.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, ofType } from '#test/support/tiny-project.ts';

const ROUND = 'src.cents.roundHalfUp';
const WHOLE = 'src.cents.isWhole';

/** A branch whose only level holds one stub, and what a person makes of its files. */
async function pushed(edit: (files: Record<string, string>) => Record<string, string>) {
  const world = await builtWorld();
  const ports = { blobs: world.blobs, sourceTree: world.tree, analyse: tinyAnalyse };
  const failed = withSymbol(withAllSymbols(world.run, { progress: 'validated' }), ROUND, { progress: 'flagged' });
  const level = ofType(
    await createCommitLevels(ports)(failed, { type: 'commit-levels', key: 'k', first: 0, last: 0 }),
    'levels-committed',
  );
  const run = withBuild(failed, { head: level.sha, committedLevels: 1 });
  world.tree.seed(requireBuild(run).branch, edit(world.tree.files(level.sha)));
  const effect = { type: 'absorb-push' as const, key: 'p', before: level.sha, sender: 'grace' };
  const event = ofType(await createAbsorbPush(ports)(run, effect), 'push-absorbed');
  return { event, blobs: world.blobs };
}

function editing(path: string, change: (text: string) => string) {
  return (files: Record<string, string>) => ({ ...files, [path]: change(files[path] ?? '') });
}

describe('taking in what a person pushed', () => {
  it('takes their text for a stub that they filled', async () => {
    const fill = (text: string): string =>
      text.replace(/\{ throw new Error\([^)]*\); \}/, '{\n  return Math.trunc(value + 0.5);\n}');
    const { event, blobs } = await pushed(editing('src/cents.ts', fill));
    expect(event.changed).toEqual([ROUND]);
    expect(event.by).toBe('grace');
    expect(await blobs.get(event.files['src/cents.ts'] ?? '')).toContain('Math.trunc(value + 0.5)');
    expect(event.atoms.map((atom) => atom.symbol)).toEqual([ROUND]);
  });

  it('keeps the text that waits behind a stub which they left alone', async () => {
    const { event, blobs } = await pushed(
      editing('src/cents.ts', (text) => text.replace('value === Math.floor(value)', 'value % 1 === 0')),
    );
    const text = await blobs.get(event.files['src/cents.ts'] ?? '');
    expect(event.changed).toEqual([WHOLE]);
    expect(text).toContain('Math.floor(value + 0.5)');
    expect(text).toContain('value % 1 === 0');
    expect(text).not.toContain('not generated yet');
  });

  it('leaves files alone that the run does not write', async () => {
    const { event } = await pushed((files) => ({ ...files, 'docs/notes.md': 'mine\n' }));
    expect(event.changed).toEqual([]);
    expect(Object.keys(event.files)).not.toContain('docs/notes.md');
  });

  it('does not write a file any more that they deleted', async () => {
    const { event } = await pushed((files) =>
      Object.fromEntries(Object.entries(files).filter(([path]) => path !== 'package.json')),
    );
    expect(Object.keys(event.files)).not.toContain('package.json');
  });

  it('takes a function that they added as theirs: it is never judged nor stubbed', async () => {
    const { event } = await pushed(
      editing(
        'src/cents.ts',
        (text) => `${text}\nexport function half(value: number): number {\n  return value / 2;\n}\n`,
      ),
    );
    expect(event.changed).toEqual([]);
  });
});
