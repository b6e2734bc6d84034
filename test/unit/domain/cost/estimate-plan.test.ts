import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimatePlan } from '#domain/cost/estimate-plan.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { Settings } from '#domain/settings/settings.ts';

function tasks(count: number, linesOfCode: number): PlannedTask[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `T${index + 1}`,
    title: 'task',
    description: '',
    files: [],
    tests: [],
    exports: [],
    dependsOn: [],
    acceptance: [],
    linesOfCode,
  }));
}

const settings = Settings.parse({});

describe('the estimate of a plan', () => {
  it('puts a plan of fifty tasks and some 800 atoms well below the price that the first design aimed at', () => {
    const estimate = estimatePlan(tasks(50, 96), settings);
    expect(estimate.atoms).toBe(800);
    expect(estimate.usdLow).toBeGreaterThan(1);
    expect(estimate.usdHigh).toBeLessThan(180);
    expect(estimate.minutesHigh).toBeLessThan(90);
  });

  it('costs more where a dearer model writes the drafts', () => {
    const dear = Settings.parse({ models: { draft: { model: 'claude-opus-5-5', effort: 'medium' } } });
    expect(estimatePlan(tasks(10, 80), dear).usdHigh).toBeGreaterThan(estimatePlan(tasks(10, 80), settings).usdHigh);
  });

  it('costs more where each atom gets a call of its own', () => {
    const focused = Settings.parse({ generation: { first_attempt: 'focused' } });
    expect(estimatePlan(tasks(10, 80), focused).usdLow).toBeGreaterThan(estimatePlan(tasks(10, 80), settings).usdLow);
  });

  it('costs less where nobody is in a hurry, by less than half: the plan itself is not batched', () => {
    const batched = estimatePlan(tasks(10, 80), Settings.parse({ economy: 'batch' }));
    const hurried = estimatePlan(tasks(10, 80), settings);
    expect(batched.usdHigh).toBeLessThan(hurried.usdHigh);
    expect(batched.usdHigh).toBeGreaterThan(hurried.usdHigh / 2);
  });

  it('takes longer where drafts wait for each other', () => {
    const slow = Settings.parse({ concurrency: 1 });
    const alone = estimatePlan(tasks(20, 80), slow);
    expect(alone.minutesLow).toBeGreaterThan(estimatePlan(tasks(20, 80), settings).minutesLow);
  });

  it('has its low end below its high end, and grows with the plan', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 80 }), fc.integer({ min: 1, max: 400 }), (count, lines) => {
        const estimate = estimatePlan(tasks(count, lines), settings);
        const larger = estimatePlan(tasks(count + 1, lines), settings);
        expect(estimate.usdLow).toBeLessThan(estimate.usdHigh);
        expect(estimate.minutesLow).toBeLessThan(estimate.minutesHigh);
        expect(larger.usdHigh).toBeGreaterThan(estimate.usdHigh);
        expect(larger.atoms).toBeGreaterThanOrEqual(estimate.atoms);
      }),
    );
  });
});
