import { describe, expect, it } from 'vitest';
import { createCheckLabel } from '#engine/preparation/create-check-label.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { createManualClock } from '#test/support/manual-clock.ts';
import { freshRun } from '#test/support/plan-samples.ts';
import { spec } from '#test/support/run-samples.ts';

const check = { type: 'check-label', key: 'k', sender: 'maria', issue: spec, labels: ['bug', 'Design'] } as const;
const effect = { ...check, labels: [...check.labels] };

describe('which label marks a spec', () => {
  it('stands in the settings, whatever its case; without them it is `spec`', async () => {
    const clock = createManualClock();
    const named = createFakeSourceTree({ main: { '.github/mge.yml': 'label: design' } });
    const isSpec = async (sourceTree: typeof named) => createCheckLabel({ sourceTree, clock })(freshRun(), effect);
    expect(await isSpec(named)).toMatchObject({ type: 'label-checked', isSpec: true, sender: 'maria', issue: spec });
    for (const files of [{}, { '.github/mge.yml': 'label: [' }])
      expect(await isSpec(createFakeSourceTree({ main: files }))).toMatchObject({ isSpec: false });
    expect(await isSpec(createFakeSourceTree({}))).toMatchObject({ isSpec: false });
  });

  it('is read once a minute, however many labels are put on', async () => {
    const clock = createManualClock();
    const sourceTree = createFakeSourceTree({ main: {} });
    let reads = 0;
    const headOf = sourceTree.headOf.bind(sourceTree);
    const counting = { ...sourceTree, headOf: (...asked: Parameters<typeof headOf>) => (reads++, headOf(...asked)) };
    const perform = createCheckLabel({ sourceTree: counting, clock });
    for (let label = 0; label < 20; label++) await perform(freshRun(), effect);
    expect(reads).toBe(1);
    clock.advance(61_000);
    await perform(freshRun(), effect);
    expect(reads).toBe(2);
  });
});
