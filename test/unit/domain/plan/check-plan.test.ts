import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPath } from '#domain/plan/check-path.ts';
import { checkPlan } from '#domain/plan/check-plan.ts';
import { findTaskCycle } from '#domain/plan/find-task-cycle.ts';
import { Plan, type PlannedTask } from '#domain/plan/plan.ts';
import { protectedAs } from '#domain/plan/protected-path.ts';
import { plannedTask, planOf } from '#test/support/plan-samples.ts';

const rules = { protectedPaths: ['docs/', '*.sql', 'src/legal/**/*.ts'], leftOut: ['T9'] };
const check = (...tasks: PlannedTask[]) => checkPlan(planOf(tasks), rules);

describe('a plan', () => {
  it('that holds has no problem', () => {
    expect(check(plannedTask('T1'), plannedTask('T2', { dependsOn: ['T1'] }))).toEqual([]);
  });

  it.each<[string, PlannedTask[]]>([
    [
      'The task id T1 is used more than once.',
      [plannedTask('T1'), plannedTask('T1', { files: [], tests: ['x.ts'], exports: [] })],
    ],
    ['The task id "one" must be T and a number, such as T7.', [plannedTask('one')]],
    ['T1 depends on T7, which is not in the plan.', [plannedTask('T1', { dependsOn: ['T7'] })]],
    ['Tasks depend on each other in a circle: T1 → T1.', [plannedTask('T1', { dependsOn: ['T1'] })]],
    ['T9 was taken out by the team and must not be planned again.', [plannedTask('T9')]],
    ['T1 writes no file.', [plannedTask('T1', { files: [], tests: [], exports: [] })]],
    ['T1 has no acceptance criterion.', [plannedTask('T1', { acceptance: [] })]],
    ['T1 expects 4000 lines of code; a task has 1 to 400, about 80.', [plannedTask('T1', { linesOfCode: 4000 })]],
    [
      'T1 writes "../a.ts": the path must be written without empty, `.` and `..` parts.',
      [plannedTask('T1', { files: ['../a.ts'], exports: [] })],
    ],
    [
      'T1 writes ".github/workflows/ci.yml", but workflows and repository settings are protected.',
      [plannedTask('T1', { tests: ['.github/workflows/ci.yml'] })],
    ],
    [
      'T1 writes "docs/a.md", but paths that this repository protects are protected.',
      [plannedTask('T1', { tests: ['docs/a.md'] })],
    ],
    [
      'T1 and T2 both write src/t1.ts; one file belongs to one task.',
      [plannedTask('T1'), plannedTask('T2', { tests: ['src/t1.ts'] })],
    ],
    ['src/t1.ts and src/T1.ts differ only in case.', [plannedTask('T1'), plannedTask('T2', { tests: ['src/T1.ts'] })]],
    ['T1 lists src/t1.ts twice.', [plannedTask('T1', { tests: ['src/t1.ts'] })]],
    [
      'src/t1.ts is planned as a file and as the folder of src/t1.ts/b.ts.',
      [plannedTask('T1'), plannedTask('T2', { tests: ['src/t1.ts/b.ts'] })],
    ],
    [
      'T1 exports other from src/b.ts, a file that it does not write.',
      [plannedTask('T1', { exports: [{ file: 'src/b.ts', name: 'other', signature: 'function other()' }] })],
    ],
    [
      "T1: the signature of makeT1 must be its declaration's header and hold its name.",
      [plannedTask('T1', { exports: [{ file: 'src/t1.ts', name: 'makeT1', signature: '(a: number) => number' }] })],
    ],
  ])('is told: %s', (problem, tasks) => {
    expect(check(...tasks)).toContain(problem);
  });

  it('has its circle written out', () => {
    const tasks = [
      plannedTask('T1', { dependsOn: ['T2'] }),
      plannedTask('T2', { dependsOn: ['T3'] }),
      plannedTask('T3', { dependsOn: ['T2'] }),
    ];
    expect(check(...tasks)).toEqual(['Tasks depend on each other in a circle: T2 → T3 → T2.']);
  });

  it('gives a file to one task, also when the second builds on the first', () => {
    const again = plannedTask('T3', { files: ['src/t1.ts'], exports: [], dependsOn: ['T1'] });
    expect(check(plannedTask('T1'), again)).toEqual(['T1 and T3 both write src/t1.ts; one file belongs to one task.']);
  });

  it('must have a task, not too many, and no milestone without one', () => {
    expect(check()).toEqual(['The plan has no task.']);
    expect(check(...Array.from({ length: 201 }, (_, index) => plannedTask(`T${index + 1}`)))).toEqual([
      'The plan has 201 tasks; at most 200 are possible.',
    ]);
    expect(checkPlan(planOf([plannedTask('T1')], []), rules)).toEqual(['The milestone M2 has no task.']);
  });

  it('is checked without a throw, whatever the model wrote', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('T1', 'T2', 'src/a.ts', '', '__proto__'));
    const task = fc.record({
      id: text,
      title: text,
      description: text,
      files: fc.array(text),
      tests: fc.array(text),
      exports: fc.array(fc.record({ file: text, name: text, signature: text })),
      dependsOn: fc.array(text),
      acceptance: fc.array(text),
      linesOfCode: fc.double(),
    });
    fc.assert(
      fc.property(fc.array(task, { maxLength: 6 }), (tasks) => {
        const plan: Plan = planOf(tasks);
        for (const problem of checkPlan(plan, rules)) expect(problem).toMatch(/^.+\.$/su);
      }),
    );
  });
});

/** Every task that a task needs, directly or through others. */
function reached(
  tasks: readonly Pick<PlannedTask, 'id' | 'dependsOn'>[],
  id: string,
  found = new Set<string>(),
): Set<string> {
  for (const need of tasks.find((task) => task.id === id)?.dependsOn ?? []) {
    if (!found.has(need)) reached(tasks, need, found.add(need));
  }
  return found;
}

describe('task dependencies', () => {
  const graph = fc.integer({ min: 1, max: 12 }).chain((count) =>
    fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 30 }).map((edges) =>
      Array.from({ length: count }, (_, index) => ({
        id: `T${index + 1}`,
        dependsOn: edges.filter(([from]) => from === index).map(([, to]) => `T${to + 1}`),
      })),
    ),
  );

  it('have a cycle exactly when a task needs itself, and the cycle is made of real dependencies', () => {
    fc.assert(
      fc.property(graph, (tasks) => {
        const cycle = findTaskCycle(tasks)?.split(' → ') ?? null;
        expect(cycle !== null).toBe(tasks.some(({ id }) => reached(tasks, id).has(id)));
        if (cycle === null) return;
        expect(cycle[0]).toBe(cycle.at(-1));
        cycle
          .slice(1)
          .forEach((to, index) => expect(tasks.find(({ id }) => id === cycle[index])?.dependsOn).toContain(to));
      }),
    );
  });

  it('are followed through a chain of any length', () => {
    const chain = Array.from({ length: 20_000 }, (_, index) => ({ id: `T${index}`, dependsOn: [`T${index + 1}`] }));
    expect(findTaskCycle(chain)).toBeNull();
    expect(findTaskCycle([...chain, { id: 'T20000', dependsOn: ['T19999'] }])).toBe('T19999 → T20000 → T19999');
  });
});

describe('paths', () => {
  it.each([
    'src/a.ts',
    '.gitignore',
    'a b/c.py',
    'pkg/__init__.py',
    'app/[id]/page.tsx',
    'größe.ts',
    '.env.example',
    'package.json',
  ])('%s may be written', (path) => {
    expect([checkPath(path), protectedAs(path)]).toEqual([null, null]);
  });

  it.each([
    '',
    '/etc/passwd',
    'C:/a',
    'a//b',
    './a',
    'a/../b',
    'a/',
    'a\\b',
    'a\nb',
    'a\u202Eb',
    'a:b',
    'con.txt',
    'a/b.',
    ' a',
    `${'a/'.repeat(120)}b`,
  ])('%j is no path', (path) => expect(checkPath(path)).not.toBeNull());

  it.each([
    '.github/workflows/x.yml',
    '.GitHub/CODEOWNERS',
    'CLAUDE.md',
    'sub/AGENTS.md',
    '.cursor/rules/a.mdc',
    '.cursorrules',
    '.claude/settings.json',
    'package-lock.json',
    'web/pnpm-lock.yaml',
    'uv.lock',
    '.npmrc',
    '.env',
    '.env.local',
    '.git/hooks/pre-commit',
    '.gitmodules',
    '.husky/pre-commit',
    '.mge/level.json',
    '.vscode/tasks.json',
    '.mcp.json',
    '.gitlab-ci.yml',
  ])('%s is protected', (path) => expect(protectedAs(path)).not.toBeNull());

  it('follow the repository’s own patterns', () => {
    const extra = ['docs/', '*.sql', 'src/legal/**/*.ts', 'a?c', '/root.txt'];
    for (const path of [
      'docs/a/b.md',
      'docs',
      'db/x.sql',
      'x.sql',
      'src/legal/a.ts',
      'src/legal/x/y/a.ts',
      'abc',
      'x/abc',
      'root.txt',
    ])
      expect([path, protectedAs(path, extra)]).toEqual([path, expect.any(String)]);
    for (const path of ['src/docs.ts', 'x.sqlite', 'src/legal.ts', 'src/legal/a.py', 'ac', 'a/c'])
      expect([path, protectedAs(path, extra)]).toEqual([path, null]);
  });
});
