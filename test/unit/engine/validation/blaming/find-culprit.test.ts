import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Manifest } from '#domain/verdict/manifest.ts';
import { createBatchFacts } from '#engine/validation/batch-facts.ts';
import { findCulprit } from '#engine/validation/blaming/find-culprit.ts';
import type { JudgedCase } from '#engine/validation/levels/judge-run.ts';

const FILE = 'all.test.ts';

function factsOf(ids: readonly string[]) {
  return createBatchFacts(
    Manifest.parse({
      version: 1,
      run: 'r',
      batch: 0,
      key: 'k',
      levels: [0],
      atoms: [],
      needs: [],
      boundaries: [],
      toolchain: 'auto',
      symbols: ids.map((id, level) => {
        return { id, file: `${id}.ts`, level, state: 'candidate', stub: { start: 0, end: 1, text: 'stub' } };
      }),
      tests: [{ file: FILE, kind: 'unit', symbols: ids }],
      commands: { install: null, typecheck: null, test: null, build: null },
      limits: { jobSeconds: 60, memoryMb: 512 },
    }),
  );
}

function caseOf(outcome: JudgedCase['outcome'], pending: string | null = null): JudgedCase {
  const base = { file: FILE, name: 'a case', message: '', detail: '', line: null };
  return { ...base, key: `${FILE}\na case`, outcome, pending };
}

/** A suite of one case that reaches symbols, one of which is wrong; `chance` decides whether a failing run fails. */
function suite(ids: readonly string[], wrong: string, chance: () => boolean) {
  let runs = 0;
  const probe = (stubbed: ReadonlySet<string>): Promise<readonly JudgedCase[]> => {
    runs += 1;
    if (stubbed.has(wrong)) return Promise.resolve([caseOf('skipped', wrong)]);
    return Promise.resolve([caseOf(chance() ? 'failed' : 'passed')]);
  };
  const ask = () =>
    findCulprit({
      facts: factsOf(ids),
      target: caseOf('failed'),
      cases: [caseOf('failed')],
      tested: ids,
      suspects: ids,
      probe,
      budget: 40,
    });
  return { ask, runs: () => runs };
}

describe('the culprit of a failing case', () => {
  it('is named among up to 128 suspects', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 128 }), fc.nat(), async (count, seed) => {
        const ids = Array.from({ length: count }, (_, index) => `s${index}`);
        const wrong = ids[seed % count] ?? '';
        const { ask, runs } = suite(ids, wrong, () => true);
        expect(await ask()).toEqual({ kind: 'found', symbol: wrong });
        expect(runs()).toBeLessThanOrEqual(Math.ceil(Math.log2(count)) + 3);
      }),
      { numRuns: 40 },
    );
  });

  it('is nobody when the same tree passes the next time: the case is flaky', async () => {
    const outcomes = [true, true, false];
    const { ask } = suite(['a', 'b', 'c'], 'c', () => outcomes.shift() ?? false);
    expect(await ask()).toEqual({ kind: 'flaky' });
  });

  describe('among what was settled before', () => {
    /** Cases, and what each calls; those that call the wrong symbol fail. */
    const calls: Record<string, readonly string[]> = {
      total: ['settle', 'statement', 'paid', 'sum'],
      agree: ['statement', 'paid', 'sum', 'new'],
      square: ['settle', 'sum', 'new'],
    };

    async function ask(options: {
      readonly wrong: string;
      readonly suspects: readonly string[];
      readonly further: readonly string[];
    }) {
      const ids = ['sum', 'paid', 'statement', 'settle', 'new'];
      const probe = (stubbed: ReadonlySet<string>): Promise<readonly JudgedCase[]> =>
        Promise.resolve(
          Object.entries(calls).map(([name, called]) => {
            const stub = called.find((id) => stubbed.has(id)) ?? null;
            const outcome = stub !== null ? 'skipped' : called.includes(options.wrong) ? 'failed' : 'passed';
            return { ...caseOf(outcome, stub), name, key: name };
          }),
        );
      const cases = await probe(new Set());
      const target = cases.find(({ outcome }) => outcome === 'failed');
      if (target === undefined) throw new Error('nothing fails');
      const { suspects, further } = options;
      return findCulprit({
        facts: factsOf(ids),
        target,
        cases,
        tested: ['settle'],
        suspects,
        further,
        probe,
        budget: 40,
      });
    }

    it('is the one that all failing cases reach and no other, not the new one that is reached as well', async () => {
      const further = ['settle', 'statement', 'paid', 'sum'];
      expect(await ask({ wrong: 'paid', suspects: ['new'], further })).toEqual({ kind: 'found', symbol: 'paid' });
    });

    it('is found there when no candidate is reached', async () => {
      const further = ['statement', 'paid'];
      expect(await ask({ wrong: 'paid', suspects: ['other'], further })).toEqual({ kind: 'found', symbol: 'paid' });
    });

    it('is not looked for there when a candidate accounts for all that fails', async () => {
      const further = ['settle', 'paid', 'sum'];
      expect(await ask({ wrong: 'statement', suspects: ['statement'], further })).toEqual({
        kind: 'found',
        symbol: 'statement',
      });
    });
  });

  it('is the function whose earlier version mends the case, also where every case goes through another one', async () => {
    const ids = ['sign', 'read', 'all'];
    const ask = (changed: readonly string[], needs: readonly (readonly [string, string])[], wrong: string) =>
      findCulprit({
        facts: createBatchFacts({ ...factsOf(ids).manifest, needs: needs.map(([from, to]) => [from, to]) }),
        target: caseOf('failed'),
        cases: [caseOf('failed')],
        tested: ids,
        suspects: ids,
        probe: (stubbed) => Promise.resolve([caseOf(stubbed.size > 0 ? 'skipped' : 'failed', [...stubbed][0] ?? null)]),
        reverting: {
          symbols: new Set(changed),
          passes: (reverted) => Promise.resolve([...reverted].some((id) => id === wrong || id === 'all')),
        },
        budget: 40,
      });
    expect(await ask(['sign', 'read'], [], 'read')).toEqual({ kind: 'found', symbol: 'read' });
    // Going back before a change also takes away what is new in it: the deepest of those that look alike is named.
    expect(await ask(['all'], [['all', 'sign']], 'sign')).toEqual({ kind: 'found', symbol: 'sign' });
    // What stood before tells nothing: stubs decide.
    expect((await ask(['read'], [], 'sign')).kind).toBe('found');
  });
});
