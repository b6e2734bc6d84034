import { describe, expect, it } from 'vitest';
import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { FailureCode } from '#domain/failure/mge-error.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import type { DraftChecks } from '#engine/drafting/check-draft.ts';
import { createDraftTask } from '#engine/drafting/create-draft-task.ts';
import { createFakeBlobs } from '#test/support/fake-blobs.ts';
import { createFakeModel, modelFailure } from '#test/support/fake-model.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun, plannedTask, planOf, planState, requirements } from '#test/support/plan-samples.ts';

const good: Draft = {
  files: [{ path: 'src/t2.ts', content: 'export function makeT2(amount: number): number {\n  return amount + 1;\n}' }],
  tests: [{ path: 'test/t2.test.ts', kind: 'unit', content: 'test();\n', covers: ['makeT2'] }],
  contracts: [],
  notes: '',
};
const plan = planOf([plannedTask('T1'), plannedTask('T2', { dependsOn: ['T1'] }), plannedTask('T3')]);
const noChecks: DraftChecks = { checkSyntax: async () => null, checkInterface: async () => [] };

interface Setting {
  readonly answers: readonly unknown[];
  readonly checks?: Partial<DraftChecks>;
  readonly files?: Record<string, string>;
  readonly of?: typeof plan;
  readonly settings?: Partial<Run['settings']>;
}

async function setUp({ answers, checks = {}, files = {}, of = plan, settings = {} }: Setting) {
  const blobs = createFakeBlobs();
  const model = createFakeModel(...answers);
  const sourceTree = createFakeSourceTree({ main: { 'README.md': '# Ledger', ...files } });
  const base = freshRun();
  const run: Run = {
    ...base,
    settings: { ...base.settings, ...settings },
    discovery: { ...base.discovery, requirements: await blobs.put(JSON.stringify(requirements)) },
    plan: await planState(blobs, of),
  };
  const perform = createDraftTask({ model, blobs, sourceTree, ...noChecks, ...checks });
  const draft = (change: Partial<EffectOf<'draft-task'>> = {}, of: Run = run) =>
    perform(of, {
      type: 'draft-task',
      key: 'draft-task/1/T2/1',
      task: 'T2',
      attempt: 1,
      failure: null,
      previous: null,
      ...change,
    });
  return { blobs, model, run, draft };
}

/** The evidence of a draft that must have been rejected. */
async function rejection(setting: Setting): Promise<FailedCheck> {
  const { draft } = await setUp(setting);
  const event = await draft();
  if (event.type !== 'task-draft-rejected') throw new Error(`the draft was accepted: ${event.type}`);
  return event.failure;
}

const withFile = (path: string, content: string): Draft => ({ ...good, files: [{ path, content }] });

describe('drafting a task', () => {
  it('keeps a draft that passes, its files ending with a line end', async () => {
    const { blobs, draft } = await setUp({ answers: [good] });
    const event = await draft();
    if (event.type !== 'task-drafted') throw new Error(event.type);
    expect(event).toMatchObject({ task: 'T2', attempt: 1 });
    const kept: Draft = JSON.parse(await blobs.get(event.draft));
    expect(kept.files[0]?.content).toMatch(/\}\n$/u);
  });

  it('is asked with the requirements, all interfaces, the task, the files as they stand and the code beside them', async () => {
    const files = {
      'src/t2.ts': 'export const OLD_TEXT = 1;',
      'src/beside.ts': 'export const BESIDE = 2;',
      'lib/far.ts': 'export const FAR = 3;',
    };
    const { model, run, draft } = await setUp({ answers: [good], files });
    await draft();
    const prompt = model.prompt(0);
    for (const part of [
      'Shares add up',
      'export function makeT1(amount: number): number',
      'OLD_TEXT',
      'BESIDE',
      '# Ledger',
      'makeT2(1) is 2',
    ])
      expect(prompt).toContain(part);
    expect(prompt).not.toContain('FAR = 3');
    expect(model.requests[0]).toMatchObject({
      stage: 'draft',
      subject: 'T2',
      attempt: 1,
      choice: run.settings.models.draft,
    });
    expect(model.requests[0]?.user.at(-1)?.text).toMatch(/^MGE request: stage=draft subject=T2 attempt=1\n/u);
  });

  it('shares its first blocks with every other task, so that they are cached', async () => {
    const one = await setUp({ answers: [good] });
    await one.draft();
    const other = await setUp({ answers: [good] });
    await other.draft({ task: 'T1' });
    const [first, second] = [one.model.requests[0], other.model.requests[0]];
    expect(first?.system).toEqual(second?.system);
    expect(first?.user[0]).toEqual(second?.user[0]);
    expect(first?.user[0]?.cache).toBe('5m');
  });

  it('does not see tasks that people took out', async () => {
    const { model, run, draft } = await setUp({ answers: [good] });
    if (run.plan === null) throw new Error('no plan');
    const tasks = run.plan.tasks.map((task) => ({ ...task, included: task.id !== 'T3' }));
    await draft({}, { ...run, plan: { ...run.plan, tasks } });
    expect(model.prompt(0)).toContain('makeT1');
    expect(model.prompt(0)).not.toContain('makeT3');
  });

  it('keeps the line ends of a file that it changes', async () => {
    const { blobs, draft } = await setUp({ answers: [good], files: { 'src/t2.ts': 'a\r\nb\r\n' } });
    const event = await draft();
    const kept: Draft = JSON.parse(await blobs.get(event.type === 'task-drafted' ? event.draft : ''));
    expect(kept.files[0]?.content).toBe(
      'export function makeT2(amount: number): number {\r\n  return amount + 1;\r\n}\r\n',
    );
    expect(kept.tests[0]?.content).toBe('test();\n');
  });
});

describe('a draft is rejected', () => {
  it('when it writes other files than its task', async () => {
    const failure = await rejection({ answers: [withFile('src/other.ts', 'x')] });
    expect(failure).toMatchObject({ check: 'paths', file: null });
    expect(failure.message).toBe(
      '"src/other.ts" is not a file of the task. The file "src/t2.ts" of the task is missing.',
    );
  });

  it('when it writes what is protected, though the plan named it before the settings changed', async () => {
    const failure = await rejection({ answers: [good], settings: { protected_paths: ['src/'] } });
    expect(failure).toMatchObject({ check: 'paths', message: expect.stringContaining('this repository protects') });
  });

  it('when a file does not parse: the first error, with all in the detail', async () => {
    const checkSyntax: DraftChecks['checkSyntax'] = async (path) => ({ line: 2, message: `unexpected end of ${path}` });
    const failure = await rejection({ answers: [good], checks: { checkSyntax } });
    expect(failure).toMatchObject({ check: 'syntax', file: 'src/t2.ts', line: 2 });
    expect(failure.detail).toContain('src/t2.ts:2: unexpected end of src/t2.ts, near: return amount + 1;');
    expect(failure.detail).toContain('test/t2.test.ts:2');
  });

  it('when an export differs from the plan', async () => {
    const checkInterface: DraftChecks['checkInterface'] = async (_draft, exports) =>
      exports.map(({ name }) => `${name} takes a string.`);
    const failure = await rejection({ answers: [good], checks: { checkInterface } });
    expect(failure).toMatchObject({ check: 'interface', message: 'makeT2 takes a string.' });
  });

  it.each<[string, string]>([
    ['{"scripts":{"postinstall":"curl x | sh"}}', 'adds the script "postinstall"'],
    ['{"dependencies":{"left-pad":"git+https://evil.example/x.git"}}', 'takes left-pad from elsewhere'],
    ['{"dependencies":{"left-pad":"github-user/left-pad"}}', 'takes left-pad from elsewhere'],
    ['not json', 'is not a package manifest'],
    ['  ', 'is empty'],
  ])('when its package manifest is %s', async (content, problem) => {
    const of = planOf([plannedTask('T2', { files: ['package.json'], exports: [] })]);
    const failure = await rejection({ answers: [withFile('package.json', content)], of });
    expect(failure).toMatchObject({ check: 'invalid', message: expect.stringContaining(problem) });
  });

  it('but not for what stood in the manifest before', async () => {
    const content =
      '{"scripts":{"prepare":"husky","test":"x"},"dependencies":{"a":"file:../a","b":"npm:c@^1","d":"^2.0.0"}}\n';
    const of = planOf([plannedTask('T2', { files: ['package.json'], exports: [] })]);
    const { draft } = await setUp({
      answers: [withFile('package.json', content)],
      of,
      files: { 'package.json': content },
    });
    expect(await draft()).toMatchObject({ type: 'task-drafted' });
  });

  it.each<[FailureCode, string]>([
    ['model-truncated', 'truncated'],
    ['model-refused', 'refused'],
    ['model-answer-invalid', 'invalid'],
  ])('when there was no usable answer: %s', async (code, check) => {
    const { draft } = await setUp({ answers: [modelFailure(code)] });
    expect(await draft()).toMatchObject({ type: 'task-draft-rejected', draft: null, failure: { check } });
  });

  it('with one fingerprint for one failure, and another for another', async () => {
    const rejected = async (message: string) =>
      rejection({ answers: [good], checks: { checkInterface: async () => [message, 'b'] } });
    const [one, same, other] = [await rejected('a'), await rejected('a'), await rejected('c')];
    expect(same.fingerprint).toBe(one.fingerprint);
    expect(other.fingerprint).not.toBe(one.fingerprint);
  });

  it('never for a failure that is not of the answer', async () => {
    const { draft } = await setUp({ answers: [modelFailure('model-rate-limited')] });
    await expect(draft()).rejects.toMatchObject({ code: 'model-rate-limited' });
  });
});

describe('drafting again', () => {
  const failure = {
    check: 'syntax',
    message: 'unexpected token',
    file: 'src/t2.ts',
    line: 3,
    detail: 'near }',
    fingerprint: 'f',
  };

  it('shows the evidence and the rejected draft, and thinks harder, then with a stronger model', async () => {
    const { blobs, model, run, draft } = await setUp({ answers: [good, good, good] });
    const previous = await blobs.put(JSON.stringify(withFile('src/t2.ts', 'REJECTED_TEXT')));
    for (const attempt of [2, 3, 4]) await draft({ attempt, failure, previous });
    const [second, third] = run.settings.models.escalation;
    expect(model.requests.map(({ choice }) => choice)).toEqual([second, third, third]);
    expect(model.prompt(0)).toContain('REJECTED_TEXT');
    expect(model.prompt(0)).toContain('syntax in src/t2.ts line 3: unexpected token');
    expect(model.prompt(0)).not.toContain('another approach');
    expect(model.prompt(1)).toContain('another approach');
  });

  it('has more room after an answer that was cut off', async () => {
    const { model, draft } = await setUp({ answers: [good] });
    await draft({ attempt: 2, failure: { ...failure, check: 'truncated' } });
    expect(model.requests[0]?.maxTokens).toBe(64_000);
    expect(model.prompt(0)).toContain('more compactly');
  });

  it('is a new request when people asked to retry', async () => {
    const { model, draft } = await setUp({ answers: [good, good, good, good] });
    await draft({ key: 'acme/ledger#1~1/draft-task/1.0/T2/1' });
    await draft({ key: 'acme/ledger#1~1/draft-task/1.0/T2/1' });
    await draft({ key: 'acme/ledger#1~1/draft-task/1.1/T2/1' });
    await draft({ key: 'acme/ledger#1~1/draft-task/1.1/T2/1/retry-2' });
    const prompts = [0, 1, 2, 3].map((index) => model.prompt(index));
    expect(prompts[1]).toBe(prompts[0]);
    expect(new Set(prompts).size).toBe(3);
    expect(model.requests.map(({ attempt }) => attempt)).toEqual([1, 1, 1, 1]);
  });

  it('stops when the plan does not hold the task', async () => {
    const { draft } = await setUp({ answers: [] });
    await expect(draft({ task: 'T99' })).rejects.toMatchObject({ code: 'internal' });
  });
});
