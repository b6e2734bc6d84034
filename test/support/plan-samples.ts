import type { Plan, PlannedTask } from '#domain/plan/plan.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { newRun } from '#domain/run/transition/new-run.ts';
import { Requirements } from '#domain/discovery/requirements.ts';
import { repository, spec } from '#test/support/run-samples.ts';
import type { BlobStore } from '#ports/blob-store.ts';

export function plannedTask(id: string, change: Partial<PlannedTask> = {}): PlannedTask {
  const name = `make${id}`;
  const file = `src/${id.toLowerCase()}.ts`;
  return {
    id,
    title: `Make ${id}`,
    description: `Writes ${name}.`,
    files: [file],
    tests: [`test/${id.toLowerCase()}.test.ts`],
    exports: [{ file, name, signature: `export function ${name}(amount: number): number` }],
    dependsOn: [],
    acceptance: [`${name}(1) is 2`],
    linesOfCode: 80,
    ...change,
  };
}

/** A plan with one milestone per list of tasks. */
export function planOf(...milestones: readonly PlannedTask[][]): Plan {
  return {
    title: 'Expense ledger',
    summary: 'A ledger that splits expenses.',
    phases: [
      {
        id: 'P1',
        name: 'Foundations',
        milestones: milestones.map((tasks, index) => ({ id: `M${index + 1}`, name: `Step ${index + 1}`, tasks })),
      },
    ],
  };
}

export const requirements = Requirements.parse({
  summary: 'Friends split their expenses.',
  requirements: [{ id: 'R1', text: 'Split an expense equally', acceptance: '100 cents by 3 is 34, 33, 33' }],
  contexts: [
    {
      name: 'Ledger',
      purpose: 'Keeps expenses',
      entities: [{ name: 'Expense', description: 'Paid by one', invariants: ['Shares add up'] }],
    },
  ],
  stack: { language: 'TypeScript', runtime: 'Node', testRunner: 'node:test', packages: [], reason: 'small' },
  outOfScope: ['A web page'],
});

export function freshRun(change: Partial<Run> = {}): Run {
  const run = newRun({ type: 'spec-labelled', repository, sender: 'maria', issue: spec });
  if (run === null) throw new Error('no run');
  return { ...run, startedBy: 'maria', startedAt: '2026-11-20T10:00:00.000Z', ...change };
}

/** A plan as a run holds it, its text kept in `blobs`. */
export async function planState(blobs: BlobStore, plan: Plan, change: Partial<PlanState> = {}): Promise<PlanState> {
  const hash = await blobs.put(JSON.stringify(plan));
  const tasks = plan.phases.flatMap((phase) =>
    phase.milestones.flatMap((milestone) =>
      milestone.tasks.map(({ id, title, dependsOn }) => ({
        id,
        title,
        milestone: milestone.id,
        dependsOn,
        included: true,
        progress: 'waiting' as const,
        attempts: 0,
        draft: null,
        fingerprint: null,
        kept: false,
      })),
    ),
  );
  const estimate = { atoms: 20, usdLow: 1, usdHigh: 3.5, minutesLow: 10, minutesHigh: 25 };
  return {
    revision: 1,
    hash,
    blob: hash,
    tasks,
    estimate,
    commentId: null,
    continued: [],
    previous: null,
    approvedBy: null,
    ...change,
  };
}
