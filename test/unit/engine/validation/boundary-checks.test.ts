import { describe, expect, it } from 'vitest';
import { Manifest } from '#domain/verdict/manifest.ts';
import { createBatchFacts } from '#engine/validation/batch-facts.ts';
import { checkCohesion } from '#engine/validation/levels/check-cohesion.ts';
import type { Toolchain, Workspace } from '#engine/validation/toolchain.ts';
import { validateBatch } from '#engine/validation/validate-batch.ts';

const IDS = ['a', 'b', 'c', 'd'] as const;

function manifestOf(kind: 'module' | 'component' | 'system', commands: object = {}, needs: [string, string][] = []) {
  return Manifest.parse({
    version: 1,
    run: 'r',
    batch: 0,
    key: 'k',
    levels: [0],
    atoms: [],
    toolchain: 'auto',
    needs,
    symbols: IDS.map((id) => ({ id, file: `${id}.py`, level: 0, state: 'candidate', stub: null })),
    tests: [{ file: 'whole.test.py', kind: 'integration', symbols: ['a', 'b'] }],
    boundaries: [{ kind, afterLevel: 0, symbols: IDS }],
    commands: { install: null, typecheck: null, test: null, build: null, ...commands },
    limits: { jobSeconds: 60, memoryMb: 512 },
  });
}

/** Runs the boundary of a batch; commands of `broken` fail, `configured` are those of the repository itself. */
async function judge(options: {
  readonly kind: 'module' | 'component' | 'system';
  readonly commands?: object;
  readonly configured?: Toolchain['commands'];
  readonly broken?: readonly string[];
  readonly api?: { readonly passed: boolean; readonly output: string };
  readonly testFails?: boolean;
}) {
  const ran: string[] = [];
  const workspace: Workspace = { read: () => Promise.resolve('text'), write: () => Promise.resolve() };
  const outcome = options.testFails === true ? 'failed' : 'passed';
  const toolchain: Toolchain = {
    name: 'world',
    version: '1',
    ...(options.configured === undefined ? {} : { commands: options.configured }),
    ...(options.api === undefined
      ? {}
      : { checkApi: () => Promise.resolve(options.api ?? { passed: true, output: '' }) }),
    typecheck: () => Promise.resolve({ typed: null, passed: true, diagnostics: [], problem: null }),
    compare: () => Promise.reject(new Error('nothing is to be compared')),
    runTests: (files) => {
      const cases = files.map(
        (file) => ({ file, name: 'it', outcome, message: 'no', detail: '', line: null }) as const,
      );
      return Promise.resolve({ cases, unfinished: [], killedBy: null, output: '' });
    },
    runCommand(line) {
      ran.push(line);
      return Promise.resolve({ passed: options.broken?.includes(line) !== true, output: `said by ${line}` });
    },
  };
  const manifest = manifestOf(options.kind, options.commands);
  const dependencies = { toolchain, workspace, expired: () => false, elapsed: () => 0, say: () => undefined };
  const { boundaries, levels } = await validateBatch(manifest, dependencies);
  const checks = Object.fromEntries((boundaries[0]?.checks ?? []).map((one) => [one.check, one.outcome]));
  return { checks, ran, evidence: levels.flatMap((level) => level.evidence.map((one) => one.check)) };
}

describe('the wider levels', () => {
  it('name each of their checks, and say of what is not configured that it was not executed', async () => {
    expect((await judge({ kind: 'module' })).checks).toEqual({
      integration: 'passed',
      api: 'not-executed',
      cohesion: 'passed',
    });
    expect((await judge({ kind: 'component' })).checks).toEqual({
      component: 'passed',
      architecture: 'not-executed',
      performance: 'not-executed',
    });
    expect((await judge({ kind: 'system' })).checks).toEqual({
      system: 'passed',
      acceptance: 'passed',
      lint: 'not-executed',
      build: 'not-executed',
      package: 'not-executed',
      suite: 'not-executed',
    });
  });

  it('run the commands of the settings, and those that the repository configures where the settings say nothing', async () => {
    const configured = { lint: 'own lint', build: 'own build' };
    const { checks, ran } = await judge({ kind: 'system', commands: { build: 'set build' }, configured });
    expect(ran).toEqual(['own lint', 'set build']);
    expect(checks).toMatchObject({ lint: 'passed', build: 'passed', package: 'not-executed' });
  });

  it('a command that fails is evidence of the level', async () => {
    const commands = { lint: 'lint', performance: 'bench' };
    const system = await judge({ kind: 'system', commands, broken: ['lint'] });
    expect([system.checks['lint'], system.evidence]).toEqual(['failed', ['lint']]);
    const component = await judge({ kind: 'component', commands, broken: ['bench'] });
    expect([component.checks['performance'], component.evidence]).toEqual(['failed', ['performance']]);
  });

  it('callers that do not agree with what is exported are evidence, too', async () => {
    const { checks, evidence } = await judge({
      kind: 'module',
      api: { passed: false, output: 'a.py:3: b takes 1 argument' },
    });
    expect([checks['api'], evidence]).toEqual(['failed', ['api']]);
  });

  it('failing tests fail their check', async () => {
    expect((await judge({ kind: 'system', testFails: true })).checks).toMatchObject({
      system: 'failed',
      acceptance: 'failed',
    });
  });

  it('a module is cohesive when most of it holds together', () => {
    const check = (needs: [string, string][]) => {
      const manifest = manifestOf('module', {}, needs);
      const [boundary] = manifest.boundaries;
      return boundary === undefined ? null : checkCohesion(createBatchFacts(manifest), boundary).reason;
    };
    expect(check([])).toBe('2 of 4 symbols hold together');
    expect(check([['b', 'c']])).toBe('3 of 4 symbols hold together');
    expect(
      check([
        ['c', 'outside'],
        ['d', 'outside'],
        ['a', 'outside'],
      ]),
    ).toBe('4 of 4 symbols hold together');
  });
});
