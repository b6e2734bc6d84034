import { describe, expect, it } from 'vitest';
import { growBuild } from '#domain/build/grow-build.ts';
import { readProject } from '#domain/build/read-project.ts';
import type { Plan } from '#domain/plan/plan.ts';
import type { Run } from '#domain/run/run.ts';
import { createAnalyseProject } from '#engine/execution/laying-out/create-analyse-project.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { builtWorld, CENTS, DRAFTS, draftedWorld, languageOf, ofType } from '#test/support/tiny-project.ts';

const task = (id: string, files: string[], tests: string[], dependsOn: string[]) => ({
  id,
  title: id,
  description: '',
  files,
  tests,
  exports: [],
  dependsOn,
  acceptance: [],
  linesOfCode: 20,
});

/** T2 uses T1; `T1` may come with the settings file, or T2 does. */
function planOf(settings: 'T1' | 'T2', declared = true): Plan {
  const plain = (id: string): string[] => (settings === id ? ['package.json'] : []);
  const tasks = [
    task('T1', [...plain('T1'), 'src/cents.ts'], ['test/cents.test.ts'], []),
    task('T2', [...plain('T2'), 'src/split.ts'], ['test/split.test.ts'], declared ? ['T1'] : []),
  ];
  return { title: '', summary: '', phases: [{ id: 'P1', name: '', milestones: [{ id: 'M1', name: '', tasks }] }] };
}

async function analysePart(plan: Plan, tasks: string[]) {
  const { run, blobs, tree } = await draftedWorld();
  const blob = await blobs.put(JSON.stringify(plan));
  const known: Run = { ...run, stage: 'drafting', plan: run.plan === null ? null : { ...run.plan, blob } };
  const perform = createAnalyseProject({ blobs, sourceTree: tree, analyse: tinyAnalyse, languageOf });
  return { event: await perform(known, { type: 'analyse-project', key: 'k', part: 1, tasks }), blobs };
}

describe('analysing the drafts that are there, while others are written', () => {
  it('lays out the finished tasks alone, and leaves what holds of the whole system for later', async () => {
    const { event, blobs } = await analysePart(planOf('T1'), ['T1']);
    const part = ofType(event, 'project-analysed');
    expect(part).toMatchObject({ part: 1, tasks: ['T1'] });
    expect(Object.keys(part.files).toSorted()).toEqual(['package.json', 'src/cents.ts', 'test/cents.test.ts']);
    const { boundaries } = readProject(await blobs.get(part.analysis));
    expect(boundaries.filter(({ kind }) => kind === 'system')).toEqual([]);
  });

  it('waits while a settings file is to be written, on which everything may rely', async () => {
    const { event } = await analysePart(planOf('T2'), ['T1']);
    expect(event).toEqual({ type: 'part-not-ready', part: 1 });
  });

  it('leaves out a task that imports what is not drafted, though the plan does not say that it needs it', async () => {
    const { event } = await analysePart(planOf('T1', false), ['T2']);
    expect(event).toEqual({ type: 'part-not-ready', part: 1 });
  });
});

describe('analysing the whole project after a part of it was judged', () => {
  it('keeps the verdicts and the repaired texts, and judges what is new', async () => {
    const { T1 } = DRAFTS;
    if (T1 === undefined) throw new Error('no draft');
    const first = await builtWorld(undefined, { T1 });
    const { run: whole } = await draftedWorld();
    const { build } = first.run;
    if (build === null || whole.plan === null) throw new Error('no build');
    const repaired = CENTS.replace('value + 0.5', '0.5 + value');
    const symbols = Object.values(build.symbols).map((each) => [each.id, { ...each, progress: 'validated' as const }]);
    const drafts = await Promise.all(Object.values(DRAFTS).map((draft) => first.blobs.put(JSON.stringify(draft))));
    const judged = {
      ...build,
      files: { ...build.files, 'src/cents.ts': await first.blobs.put(repaired) },
      symbols: Object.fromEntries(symbols),
    };
    const run: Run = {
      ...whole,
      plan: {
        ...whole.plan,
        tasks: whole.plan.tasks.map((each, index) => ({ ...each, draft: drafts[index] ?? null })),
      },
      ahead: { part: 1, analysing: false, tasks: ['T1'] },
      build: judged,
    };
    const perform = createAnalyseProject({
      blobs: first.blobs,
      sourceTree: first.tree,
      analyse: tinyAnalyse,
      languageOf,
    });
    const event = ofType(await perform(run, { type: 'analyse-project', key: 'k' }), 'project-analysed');
    expect(await first.blobs.get(event.files['src/cents.ts'] ?? '')).toBe(repaired);
    expect(event.changed).toContain('src.split.splitEqually');
    expect(event.changed).not.toContain('src.cents.isWhole');
    const grown = growBuild(judged, event);
    expect(grown.symbols['src.cents.isWhole']?.progress).toBe('validated');
    expect(grown.symbols['src.split.splitEqually']?.progress).toBe('candidate');
  });
});
