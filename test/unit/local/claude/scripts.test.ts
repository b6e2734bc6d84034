import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Question } from '#domain/discovery/question.ts';
import { Requirements } from '#domain/discovery/requirements.ts';
import { Draft } from '#domain/draft/draft.ts';
import { Plan, tasksOf } from '#domain/plan/plan.ts';
import { findSymbolText } from '#local/claude/find-symbol-text.ts';
import { openScriptFolder } from '#local/claude/script-folder.ts';
import { scriptedAnswer } from '#local/claude/scripted-answer.ts';
import { z } from 'zod';

const Questions = z.strictObject({ questions: z.array(Question).max(5) });

describe.each(['ledger', 'python-feature'])('the script of the %s', (name) => {
  const folder = openScriptFolder(resolve('local/scripts', name));
  const answer = (stage: string, subject: string): unknown =>
    scriptedAnswer(folder, { stage, subject, attempt: 9 }, null);
  const plan = Plan.parse(answer('masterplan', 'revision-1'));

  it('asks, and then has nothing left to ask', () => {
    const { questions } = Questions.parse(answer('discovery', 'round-1'));
    for (const question of questions) {
      expect(question.options.map((option) => option.key)).toContain(question.recommended);
    }
    expect(answer('discovery', 'round-2')).toEqual({ questions: [] });
    expect(Requirements.parse(answer('requirements', 'spec')).requirements.length).toBeGreaterThan(2);
  });

  it.each(tasksOf(plan).map((task) => [task.id, task] as const))('drafts %s as planned', (id, task) => {
    const draft = Draft.parse(answer('draft', id));
    expect(draft.files.map((file) => file.path)).toEqual(task.files);
    expect(draft.tests.map((test) => test.path)).toEqual(task.tests);
    for (const { file, name: symbol } of task.exports) {
      expect(draft.files.find(({ path }) => path === file)?.content).toMatch(new RegExp(`\\b${symbol}\\b`, 'u'));
    }
    const names = task.exports.map((planned) => planned.name);
    expect(names).toEqual(expect.arrayContaining(draft.contracts.map((contract) => contract.symbol)));
  });

  it('can write every planned symbol anew', () => {
    for (const { file, name: symbol } of tasksOf(plan).flatMap((task) => task.exports)) {
      const id = `${file.replace(/\.\w+$/u, '').replaceAll('/', '.')}.${symbol}`;
      const text = findSymbolText(folder, id);
      expect(text).toContain(symbol);
      const whole = folder.readText(taskFile(file));
      expect(whole).toContain(text);
    }
  });

  it('goes wrong only where there is something to go wrong', () => {
    for (const rule of folder.rules.filter((each) => each.give.kind === 'overlay')) {
      const wrong = Draft.parse(scriptedAnswer(folder, { ...rule, attempt: 1 }, rule.give));
      const right = Draft.parse(answer('draft', rule.subject));
      expect(wrong.files.map((file) => file.path)).toEqual(right.files.map((file) => file.path));
      expect(wrong).not.toEqual(right);
    }
    for (const rule of folder.rules.filter((each) => each.stage === 'regenerate')) {
      expect(findSymbolText(folder, rule.subject)).not.toBeNull();
    }
  });

  function taskFile(file: string): string {
    const task = tasksOf(plan).find((each) => each.files.includes(file));
    return `tasks/${task?.id}/files/${file}`;
  }
});

describe('the ledger', () => {
  const folder = openScriptFolder(resolve('local/scripts/ledger'));

  it('is of the size that it was promised to have', () => {
    const plan = Plan.parse(folder.readJson('masterplan.json'));
    const tasks = tasksOf(plan);
    expect(plan.phases.length).toBeGreaterThanOrEqual(4);
    expect(tasks.length).toBeGreaterThanOrEqual(8);
    expect(tasks.flatMap((task) => task.exports).length).toBeGreaterThanOrEqual(80);
  });

  it('goes wrong in every way there is', () => {
    const kinds = new Set(folder.rules.map((rule) => rule.give.kind));
    expect([...kinds].toSorted()).toEqual(['overlay', 'overloaded', 'rate-limited', 'refusal', 'text', 'truncated']);
  });
});
