import { describe, expect, it } from 'vitest';
import { createAuthorizeSender } from '#engine/preparation/create-authorize-sender.ts';
import { createPrepare } from '#engine/preparation/create-prepare.ts';
import type { Permission } from '#ports/github/permissions.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun } from '#test/support/plan-samples.ts';
import { proseOf, renderedMarkdown } from '#test/support/rendered-markdown.ts';

const effect = { type: 'prepare', key: 'prepare' } as const;

describe('preparing a run', () => {
  it('takes the settings from the default branch', async () => {
    const sourceTree = createFakeSourceTree({
      main: { '.github/mge.yml': 'budget_usd: 7' },
      other: { '.github/mge.yml': '!' },
    });
    const event = await createPrepare({ sourceTree })(freshRun(), effect);
    expect(event).toMatchObject({
      type: 'prepared',
      defaultBranch: 'main',
      problem: null,
      settings: { budget_usd: 7 },
    });
  });

  it('tells what is wrong with them, in Markdown that mentions nobody', async () => {
    const sourceTree = createFakeSourceTree({ main: { '.github/mge.yml': 'lable: spec\n"@octocat<b>": 1\n' } });
    const event = await createPrepare({ sourceTree })(freshRun(), effect);
    expect(event).toMatchObject({ settings: { label: 'spec' } });
    expect(event.type === 'prepared' && event.problem).toMatch(
      /^I could not read this repository’s settings:\n- `\.github\/mge\.yml` line 1: `lable` is not a setting\. Did you mean `label`\?/u,
    );
    const page = renderedMarkdown(event.type === 'prepared' ? (event.problem ?? '') : '');
    expect(page).toContain('<code>@octocat&lt;b&gt;</code>');
    expect(proseOf(page)).not.toMatch(/@octocat|<b>/u);
  });

  it('has the defaults where nothing was committed yet', async () => {
    const event = await createPrepare({ sourceTree: createFakeSourceTree({}) })(freshRun(), effect);
    expect(event).toMatchObject({ type: 'prepared', problem: null, settings: { label: 'spec' } });
  });
});

describe('authorizing a sender', () => {
  it.each<[Permission, boolean]>([
    ['admin', true],
    ['maintain', true],
    ['write', true],
    ['triage', false],
    ['read', false],
    ['none', false],
  ])('%s: %s', async (permission, granted) => {
    const authorize = createAuthorizeSender({ permissions: { of: async () => permission } });
    const event = await authorize(freshRun(), { type: 'authorize-sender', key: 'k', sender: 'ada', subject: 's' });
    expect(event).toEqual({ type: 'sender-authorized', sender: 'ada', granted, permission, subject: 's' });
  });
});
