import { NO_TRIALS } from '#domain/verdict/trial-results.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from '#domain/verdict/manifest.ts';
import { parseResults } from '#domain/verdict/parse-results.ts';
import { Results, RESULTS_LIMITS } from '#domain/verdict/results.ts';

const MANIFEST = Manifest.parse({
  version: 1,
  run: 'acme/shop#1',
  batch: 2,
  key: 'k',
  levels: [0],
  symbols: [{ id: 'add', file: 'src/add.ts', level: 0, state: 'candidate', stub: null }],
  atoms: [{ id: 'a1', symbol: 'add', file: 'src/add.ts', ranges: [[0, 4]], startLine: 1, endLine: 1 }],
  needs: [],
  tests: [{ file: 'test/add.test.ts', kind: 'unit', symbols: ['add'] }],
  boundaries: [],
  toolchain: 'auto',
  commands: { install: null, typecheck: null, test: null, build: null },
  limits: { jobSeconds: 60, memoryMb: 512 },
});

const GOOD: Results = {
  version: 1,
  run: 'acme/shop#1',
  batch: 2,
  key: 'k',
  headSha: 'a'.repeat(40),
  sandbox: { kind: 'bubblewrap', enforced: ['no-network'] },
  toolchain: { name: 'typescript', version: '6' },
  levels: [{ level: 0, typechecked: true, evidence: [] }],
  atoms: [
    {
      id: 'a1',
      symbol: 'add',
      verdict: 'passed',
      blockedBy: null,
      checks: [{ check: 'types', outcome: 'passed', evidence: null }],
    },
  ],
  tests: [{ file: 'test/add.test.ts', name: 'adds', outcome: 'passed', symbols: ['add'] }],
  suite: { passed: 1, failed: 0, skipped: 0 },
  seconds: 1.5,
  ...NO_TRIALS,
  error: null,
};

const read = (value: unknown) => parseResults(new TextEncoder().encode(JSON.stringify(value)), MANIFEST);
const codeOf = (value: unknown) => {
  const result = read(value);
  return result.ok ? 'taken' : result.error.code;
};

describe('parseResults', () => {
  it('takes results that answer the manifest', () => {
    expect(read(GOOD)).toEqual({ ok: true, value: GOOD });
  });

  it.each([
    ['another run', { run: 'acme/shop#9' }, 'not-this-run'],
    ['another key', { key: 'other' }, 'not-this-run'],
    ['an unknown field', { extra: 1 }, 'out-of-schema'],
    ['an atom that is not in the manifest', { atoms: [...GOOD.atoms, { ...GOOD.atoms[0], id: 'a9' }] }, 'unknown-id'],
    ['an atom of another symbol', { atoms: [{ ...GOOD.atoms[0], symbol: 'other' }] }, 'unknown-id'],
    ['a level of another batch', { levels: [{ level: 7, typechecked: true, evidence: [] }] }, 'unknown-id'],
    ['a test that is not in the manifest', { tests: [{ ...GOOD.tests[0], file: 'x.ts' }] }, 'unknown-id'],
    ['an atom judged twice', { atoms: [GOOD.atoms[0], GOOD.atoms[0]] }, 'contradiction'],
    ['an atom left out', { atoms: [] }, 'contradiction'],
    ['a pass without a passed check', { atoms: [{ ...GOOD.atoms[0], checks: [] }] }, 'contradiction'],
    ['a failure without a failed check', { atoms: [{ ...GOOD.atoms[0], verdict: 'failed' }] }, 'contradiction'],
  ])('refuses %s', (_name, change, code) => {
    expect(codeOf({ ...GOOD, ...change })).toBe(code);
  });

  it('refuses what is too large before it reads it', () => {
    const result = parseResults(new Uint8Array(RESULTS_LIMITS.bytes + 1), MANIFEST);
    expect(result).toMatchObject({ ok: false, error: { code: 'too-large' } });
  });

  it('never throws, whatever the bytes are', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(parseResults(bytes, MANIFEST).ok).toBe(false);
      }),
    );
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(parseResults(new TextEncoder().encode(text), MANIFEST).ok).toBe(false);
      }),
    );
  });

  it('never takes a file of which any one value was changed to another kind', () => {
    const paths = Object.keys(GOOD);
    fc.assert(
      fc.property(fc.constantFrom(...paths), fc.constantFrom<unknown>('x', -1, [[]], { a: 1 }, true), (path, value) => {
        const changed = read({ ...GOOD, [path]: value });
        expect(changed.ok).toBe(false);
      }),
    );
  });
});
