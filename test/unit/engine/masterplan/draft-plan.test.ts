import { describe, expect, it } from 'vitest';
import { Plan, tasksOf } from '#domain/plan/plan.ts';
import type { PlanState, Run } from '#domain/run/run.ts';
import { createDraftPlan } from '#engine/masterplan/create-draft-plan.ts';
import { createFakeBlobs } from '#test/support/fake-blobs.ts';
import { createFakeModel, modelFailure } from '#test/support/fake-model.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun, plannedTask, planOf, planState, requirements } from '#test/support/plan-samples.ts';

const effect = { type: 'draft-plan', key: 'draft-plan/1', revision: 1, feedback: '' } as const;
const good = planOf([plannedTask('T1')], [plannedTask('T2', { dependsOn: ['T1'] })]);
const circular = planOf([plannedTask('T1', { dependsOn: ['T2'] }), plannedTask('T2', { dependsOn: ['T1'] })]);
const greedy = planOf([plannedTask('T1', { tests: ['.github/workflows/ci.yml'] })]);

async function setUp(...answers: unknown[]) {
  const blobs = createFakeBlobs();
  const model = createFakeModel(...answers);
  const sourceTree = createFakeSourceTree({ main: { 'package.json': '{"name":"ledger"}' } });
  const patterns = await blobs.put(
    JSON.stringify([{ path: 'src/x.ts', name: 'sum', text: 'function sum() {}', score: 1 }]),
  );
  const base = freshRun();
  const discovery = { ...base.discovery, requirements: await blobs.put(JSON.stringify(requirements)) };
  const run: Run = { ...base, discovery, patterns };
  return { blobs, model, run, draft: createDraftPlan({ model, blobs, sourceTree }) };
}

describe('drafting a plan', () => {
  it('keeps the plan under the hash of its canonical text', async () => {
    const { blobs, model, run, draft } = await setUp(good);
    const event = await draft(run, effect);
    if (event.type !== 'plan-drafted') throw new Error(event.type);
    expect(event.tasks).toMatchObject([
      { id: 'T1', title: 'Make T1', milestone: 'M1', dependsOn: [], linesOfCode: 80 },
      { id: 'T2', title: 'Make T2', milestone: 'M2', dependsOn: ['T1'], linesOfCode: 80 },
    ]);
    expect(Plan.parse(JSON.parse(await blobs.get(event.blob)))).toEqual(good);
    expect(event.hash).toBe(event.blob);
    expect(event.estimate.usdHigh).toBeGreaterThan(event.estimate.usdLow);
    for (const part of ['We split bills.', 'Shares add up', 'function sum', '"name":"ledger"'])
      expect(model.prompt(0)).toContain(part);
    expect(model.requests[0]?.choice).toEqual(run.settings.models.masterplan);
    expect(model.requests[0]?.user.at(-1)?.text).toMatch(
      /^MGE request: stage=masterplan subject=revision-1 attempt=1\n/u,
    );
  });

  it('sends a wrong plan back once, with what is wrong', async () => {
    const { model, run, draft } = await setUp(circular, good);
    expect(await draft(run, effect)).toMatchObject({ type: 'plan-drafted' });
    expect(model.prompt(1)).toContain('Tasks depend on each other in a circle: T1 → T2 → T1.');
    expect(model.prompt(1)).toContain('attempt=2');
  });

  it('gives up, and says why, when the second is wrong too', async () => {
    const { run, draft } = await setUp(greedy, greedy);
    await expect(draft(run, effect)).rejects.toMatchObject({
      code: 'plan-invalid',
      retry: 'ask-human',
      message: expect.stringContaining('.github/workflows/ci.yml'),
    });
  });

  it('asks for a shorter plan, with more room, when it was cut off', async () => {
    const { model, run, draft } = await setUp(modelFailure('model-truncated'), good);
    await draft(run, effect);
    expect(model.prompt(1)).toContain('The answer was cut off');
    expect(model.requests[1]?.maxTokens).toBe(64_000);
  });

  it('walks the same way again when it is retried, and then one step further', async () => {
    const first = await setUp(circular, greedy);
    await expect(first.draft(first.run, effect)).rejects.toMatchObject({ code: 'plan-invalid' });
    const again = await setUp(circular, greedy, good);
    const event = await again.draft(again.run, { ...effect, key: 'draft-plan/1/retry-1' });
    expect(event).toMatchObject({ type: 'plan-drafted' });
    expect(again.model.requests.slice(0, 2)).toEqual(first.model.requests);
    expect(again.model.requests[2]?.attempt).toBe(3);
  });

  it('leaves what is not of the answer to the queue', async () => {
    const { run, draft } = await setUp(modelFailure('budget-reached'));
    await expect(draft(run, effect)).rejects.toMatchObject({ code: 'budget-reached' });
  });
});

describe('revising a plan', () => {
  const second = { ...effect, key: 'draft-plan/2', revision: 2, feedback: 'Drop the <!-- hidden --> second step.' };

  async function revise(previous: Plan, change: (state: PlanState) => PlanState, ...answers: unknown[]) {
    const set = await setUp(...answers);
    const plan = change(await planState(set.blobs, previous));
    return { ...set, run: { ...set.run, plan } };
  }

  it('shows the plan so far and the feedback, and keeps the ids of tasks that stay', async () => {
    const renumbered = planOf([{ ...plannedTask('T2'), id: 'T1' }]);
    const { blobs, model, run, draft } = await revise(good, (state) => state, renumbered);
    const event = await draft(run, second);
    if (event.type !== 'plan-drafted') throw new Error(event.type);
    expect(event.tasks.map(({ id }) => id)).toEqual(['T2']);
    expect(tasksOf(Plan.parse(JSON.parse(await blobs.get(event.blob))))[0]?.id).toBe('T2');
    expect(model.prompt(0)).toContain('Make T1');
    expect(model.prompt(0)).toContain('second step.');
    expect(model.prompt(0)).not.toContain('hidden');
    expect(model.prompt(0)).toContain('subject=revision-2');
  });

  it('leaves unticked tasks out, also when the model brings them back', async () => {
    const untick = (state: PlanState) => ({
      ...state,
      tasks: state.tasks.map((task) => ({ ...task, included: task.id !== 'T2' })),
    });
    const { model, run, draft } = await revise(good, untick, good, planOf([plannedTask('T1')]));
    const event = await draft(run, { ...second, feedback: '' });
    expect(event).toMatchObject({ tasks: [{ id: 'T1' }] });
    expect(model.prompt(0)).toContain('T2: leave them out');
    expect(model.prompt(1)).toContain('T2 was taken out by the team');
  });
});
