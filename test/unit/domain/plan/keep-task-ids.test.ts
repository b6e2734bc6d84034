import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#domain/plan/canonical-json.ts';
import { keepTaskIds } from '#domain/plan/keep-task-ids.ts';
import { tasksOf } from '#domain/plan/plan.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';

describe('a revised plan', () => {
  const previous = planOf([plannedTask('T1'), plannedTask('T2'), plannedTask('T3')]);

  it('keeps the ids of tasks that stay, though the model counts anew', () => {
    const dropped = planOf(
      [plannedTask('T1', plannedTask('T2')), plannedTask('T2', { ...plannedTask('T3'), dependsOn: ['T1'] })].map(
        (task, index) => ({ ...task, id: `T${index + 1}` }),
      ),
    );
    expect(tasksOf(keepTaskIds(previous, dropped)).map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['T2', []],
      ['T3', ['T2']],
    ]);
  });

  it('knows a task by its title when its files change', () => {
    const moved = planOf([{ ...plannedTask('T8'), title: 'make t2 ' }]);
    expect(tasksOf(keepTaskIds(previous, moved)).map(({ id }) => id)).toEqual(['T2']);
  });

  it('never gives a new task the id of an old one', () => {
    const next = planOf([
      plannedTask('T1'),
      { ...plannedTask('T5'), id: 'T3' },
      { ...plannedTask('T6'), id: 'T4', dependsOn: ['T3'] },
    ]);
    expect(tasksOf(keepTaskIds(previous, next)).map(({ id, dependsOn }) => [id, dependsOn])).toEqual([
      ['T1', []],
      ['T5', []],
      ['T4', ['T5']],
    ]);
  });
});

describe('canonical JSON', () => {
  it('is equal for equal data, whatever the order of keys', () => {
    expect(canonicalJson({ b: [{ d: 1, c: null }], a: 'x' })).toBe(canonicalJson({ a: 'x', b: [{ c: null, d: 1 }] }));
    expect(canonicalJson({ b: 2, a: [2, 1] })).toBe('{"a":[2,1],"b":2}');
  });
});
