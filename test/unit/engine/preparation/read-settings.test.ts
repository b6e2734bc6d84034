import { describe, expect, it } from 'vitest';
import { Settings } from '#domain/settings/settings.ts';
import { SETTINGS_TEMPLATE } from '#engine/onboarding/settings-template.ts';
import { readSettings } from '#engine/preparation/read-settings.ts';

function problems(text: string) {
  const read = readSettings(text);
  return read.ok ? [] : read.error;
}

describe('the settings of a repository', () => {
  it('are all optional', () => {
    expect(readSettings('')).toEqual({ ok: true, value: Settings.parse({}) });
    expect(readSettings(SETTINGS_TEMPLATE)).toEqual({ ok: true, value: Settings.parse({}) });
  });

  it('have their defaults in the template, every one of them', () => {
    const uncommented = SETTINGS_TEMPLATE.replace(/^# (?=\s*[-\w]+:|\s+- )/gmu, '').replace(/^# .*$/gmu, '');
    const read = readSettings(uncommented);
    expect(read).toEqual({ ok: true, value: Settings.parse({}) });
    for (const key of Object.keys(Settings.parse({}))) expect(uncommented).toMatch(new RegExp(`^${key}:`, 'mu'));
  });

  it('are taken over', () => {
    const read = readSettings('label: feature\nbudget_usd: 4\natoms: { lines: 20 }\n');
    expect(read.ok && read.value).toMatchObject({
      label: 'feature',
      budget_usd: 4,
      atoms: { lines: 20, complexity: 3 },
    });
  });

  it('name the line, the nearest key and what is allowed', () => {
    expect(problems('label: spec\nbudget_us: 3\nmodels:\n  draft:\n    model: x\n    effort: huge\n')).toEqual([
      {
        line: 2,
        text: expect.stringMatching(
          /^`budget_us` is not a setting\. Did you mean `budget_usd`\? Allowed here: `label`/u,
        ),
      },
      { line: 6, text: '`models.draft.effort` must be one of `low`, `medium`, `high`, `xhigh`.' },
    ]);
    expect(problems('atoms:\n  lines: 2.5\nattempts: 9\nlanguages: []\nreview:\n')).toEqual([
      { line: 2, text: '`atoms.lines` must be a whole number.' },
      { line: 3, text: '`attempts` must be at most 5.' },
      { line: 4, text: '`languages` must list at least 1.' },
      { line: 5, text: '`review` must be a group of settings (indented below it), or left out.' },
    ]);
    expect(problems('models:\n  escalation:\n    - model: a\n      efort: low\n').map(({ line }) => line)).toEqual([
      3, 4,
    ]);
  });

  it('refuse what is not YAML, is no mapping, or plays tricks', () => {
    expect(problems('label: "open\nbudget_usd: 3')).toEqual([
      { line: 2, text: expect.stringMatching(/^This is not YAML: /u) },
    ]);
    expect(problems('label: a\nlabel: b')).toEqual([{ line: 2, text: 'This is not YAML: Map keys must be unique.' }]);
    expect(problems('- label')).toEqual([{ line: null, text: expect.stringContaining('must be a group of settings') }]);
    expect(problems('a: &a [x, x]\nb: [*a, *a]')).toEqual([{ line: null, text: expect.stringContaining('Aliases') }]);
    expect(problems(`# ${'x'.repeat(70_000)}`)).toEqual([{ line: null, text: 'The file is larger than 64 KB.' }]);
    expect(problems('__proto__: {}\n')).toHaveLength(1);
  });
});
