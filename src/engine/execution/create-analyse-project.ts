import type { Language } from '#domain/atom/language.ts';
import type { AnalyseSources } from '#domain/build/analyse-sources.ts';
import { runBranch } from '#domain/build/branch-names.ts';
import type { Project } from '#domain/build/project.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { Perform } from '#domain/run/perform.ts';
import type { Run } from '#domain/run/run.ts';
import { atomLimitsOf } from '#domain/settings/atom-limits.ts';
import { carryStates, droppedFiles, findUntouched, withBuiltTexts } from '#engine/execution/carry-over.ts';
import { collectDrafts } from '#engine/execution/collect-drafts.ts';
import { createBuildProject } from '#engine/execution/create-build-project.ts';
import { projectSourcesOf } from '#engine/execution/project-sources.ts';
import { readDrafts } from '#engine/execution/read-drafts.ts';
import { readSurroundings } from '#engine/execution/read-surroundings.ts';
import { storeTexts } from '#engine/execution/store-texts.ts';
import { atomStates, symbolStates } from '#engine/execution/symbol-states.ts';
import type { BlobStore } from '#ports/blob-store.ts';
import type { SourceTree } from '#ports/github/source-tree.ts';

export interface AnalyseProjectDependencies {
  readonly blobs: BlobStore;
  readonly sourceTree: SourceTree;
  readonly analyse: AnalyseSources;
  /** The language of a path, by its ending; null for what is committed as a plain file. */
  readonly languageOf: (path: string) => Language | null;
}

/** Joins the drafts of all tasks, takes them apart, and lays out the build: levels, stubs, tests, boundaries. */
export function createAnalyseProject(dependencies: AnalyseProjectDependencies): Perform<'analyse-project'> {
  const { blobs, sourceTree, analyse } = dependencies;
  const buildProject = createBuildProject({ analyse });
  return async (run) => {
    const isCode = codeTest(run, dependencies);
    const { build } = run;
    const drafted = await withBuiltTexts(run, await collectDrafts(run, blobs), blobs);
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
    const first: Project = { ...(await buildProject({ ...sources, levels: null })), originals, context };
    const texts = new Map(written.map(({ path, text }) => [path, text]));
    const untouched = build === null ? null : await findUntouched(build, first, texts, blobs);
    const project =
      untouched === null
        ? first
        : { ...(await buildProject({ ...sources, levels: untouched.levels })), originals, context };
    const fresh = symbolStates(project);
    return {
      type: 'project-analysed',
      branch: build?.branch ?? (await freeBranch(run, sourceTree)),
      base,
      files: await storeTexts(blobs, written),
      dropped: build === null ? {} : await droppedFiles(build, new Set(texts.keys()), blobs),
      analysis: await blobs.put(JSON.stringify(project)),
      levels: project.levels,
      symbols: build === null || untouched === null ? fresh : carryStates(fresh, build, untouched),
      atoms: atomStates(project, new Set(project.levels.flat())),
    };
  };
}

function codeTest(run: Run, { languageOf }: AnalyseProjectDependencies): (path: string) => boolean {
  const languages = new Set<string>(run.settings.languages);
  return (path) => languages.has(languageOf(path) ?? '');
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
