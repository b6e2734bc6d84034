import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { runBranch } from '#domain/build/branch-names.ts';
import type { Project } from '#domain/build/project.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { EventOf } from '#domain/run/event.ts';
import type { Run } from '#domain/run/run.ts';
import { atomLimitsOf } from '#domain/settings/atom-limits.ts';
import { carryStates, droppedFiles, findUntouched, withBuiltTexts } from '#engine/execution/laying-out/carry-over.ts';
import type { Drafted } from '#engine/execution/laying-out/collect-drafts.ts';
import { createBuildProject, type ProjectSources } from '#engine/execution/laying-out/create-build-project.ts';
import { changedSince, withoutSystem } from '#engine/execution/laying-out/growing-project.ts';
import { projectSourcesOf } from '#engine/execution/laying-out/project-sources.ts';
import { readDrafts } from '#engine/execution/laying-out/read-drafts.ts';
import { readSurroundings } from '#engine/execution/laying-out/read-surroundings.ts';
import { storeTexts } from '#engine/execution/committing/store-texts.ts';
import { atomStates, symbolStates } from '#engine/execution/laying-out/symbol-states.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface LayOutDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly analyse: AnalyseSources;
}

type Analysed = EventOf<'project-analysed'>;
type LayOut = (run: Run, drafts: Drafted, isCode: (path: string) => boolean, part?: boolean) => Promise<Analysed>;

/** Takes drafts apart and lays out their build, with what stays of the build before. `part`: others are still drafted. */
export function createLayOut({ blobs, sourceTree, analyse }: LayOutDependencies): LayOut {
  const buildProject = createBuildProject({ analyse });
  return async (run, drafts, isCode, part = false) => {
    const { build } = run;
    const drafted = await withBuiltTexts(run, drafts, blobs);
    const base = build?.base ?? (await baseOf(run, sourceTree));
    const written = [...drafted.files, ...drafted.tests].map(({ path, text }) => ({ path, text }));
    const around = await readSurroundings(sourceTree, { repository: run.repository, commit: base, written, isCode });
    const sources = {
      ...projectSourcesOf(drafted, around, isCode),
      limits: atomLimitsOf(run.settings),
      drafts: await readDrafts(run, blobs),
    };
    const originals = await storeTexts(blobs, around.originals);
    const context = await storeTexts(blobs, [...around.context, ...around.tests]);
    const draw = async (levels: ProjectSources['levels']): Promise<Project> => {
      const project = { ...(await buildProject({ ...sources, levels })), originals, context };
      return part ? withoutSystem(project) : project;
    };
    const texts = new Map(written.map(({ path, text }) => [path, text]));
    const kept = await whatStays(run, await draw(null), texts, blobs);
    const project = kept.levels === null ? kept.project : await draw(kept.levels);
    return {
      type: 'project-analysed',
      branch: build?.branch ?? (await freeBranch(run, sourceTree)),
      base,
      files: await storeTexts(blobs, written),
      dropped: build === null ? {} : await droppedFiles(build, new Set(texts.keys()), blobs),
      analysis: await blobs.put(JSON.stringify(project)),
      levels: project.levels,
      symbols: kept.carry(symbolStates(project)),
      atoms: atomStates(project, new Set(project.levels.flat())),
      changed: kept.changed,
    };
  };
}

interface Kept {
  readonly project: Project;
  /** In which levels it is to be drawn anew; null: it stays as it is. */
  readonly levels: ProjectSources['levels'];
  readonly changed: string[];
  carry(fresh: Analysed['symbols']): Analysed['symbols'];
}

async function whatStays(
  run: Run,
  project: Project,
  texts: ReadonlyMap<string, string>,
  blobs: BlobStore,
): Promise<Kept> {
  const { build } = run;
  const fresh: Kept = { project, levels: null, changed: [], carry: (symbols) => symbols };
  if (build === null) return fresh;
  if ((run.ahead ?? null) !== null) return { ...fresh, changed: await changedSince(build, project, texts, blobs) };
  const untouched = await findUntouched(build, project, texts, blobs);
  return { ...fresh, levels: untouched.levels, carry: (symbols) => carryStates(symbols, build, untouched) };
}

async function baseOf(run: Run, sourceTree: SourceTree): Promise<string> {
  const base = await sourceTree.headOf(run.repository, run.repository.defaultBranch);
  if (base !== null) return base;
  throw new MgeError(`the branch ${run.repository.defaultBranch} has no commit yet`, {
    code: 'github-not-found',
    retry: 'ask-human',
    nextStep: 'Push a first commit to the default branch (a README is enough), then type `/mge retry`.',
  });
}

/** The run's branch; when an earlier run of the issue left one behind, the next free name. */
async function freeBranch(run: Run, sourceTree: SourceTree): Promise<string> {
  const wanted = runBranch(run);
  let name = wanted;
  for (let count = 2; (await sourceTree.headOf(run.repository, name)) !== null; count += 1) name = `${wanted}-${count}`;
  return name;
}
