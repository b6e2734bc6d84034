import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TaskState } from '#domain/run/run.ts';
import { draftingOrder } from '#domain/run/transition/drafting-order.ts';

function task(id: string, dependsOn: string[] = [], linesOfCode?: number): TaskState {
  const state = { id, title: id, milestone: 'M1', dependsOn, included: true, progress: 'waiting' as const };
  return { ...state, kept: false, linesOfCode, attempts: 0, draft: null, fingerprint: null };
}

const ids = (tasks: readonly TaskState[]): string[] => draftingOrder(tasks).map(({ id }) => id);

describe('the order of drafts', () => {
  it('begins with the longest draft, since the last one is waited for', () => {
    expect(ids([task('T1', [], 20), task('T2', ['T1'], 120), task('T3', [], 80)])).toEqual(['T2', 'T3', 'T1']);
  });

  it('of equally long ones takes first what the longest chain of tasks needs', () => {
    expect(ids([task('T1'), task('T2', ['T3']), task('T3', ['T4']), task('T4')])).toEqual(['T4', 'T3', 'T1', 'T2']);
  });

  it('loses and doubles no task, whatever the dependencies are, cycles and unknown names included', () => {
    const id = fc.integer({ min: 1, max: 9 }).map((number) => `T${number}`);
    const some = fc.uniqueArray(
      fc.record({ id, needs: fc.array(id, { maxLength: 4 }), lines: fc.option(fc.nat(200), { nil: undefined }) }),
      { selector: (each) => each.id },
    );
    fc.assert(
      fc.property(some, (given) => {
        const ordered = ids(given.map(({ id: own, needs, lines }) => task(own, needs, lines)));
        expect(ordered.toSorted()).toEqual(given.map((each) => each.id).toSorted());
      }),
    );
  });
});
