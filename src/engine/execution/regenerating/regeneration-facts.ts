import type { AtomLimits } from '#domain/atom/atom.ts';
import type { SourceFile } from '#domain/atom/source-file.ts';
import { atomSpan } from '#domain/build/atom-span.ts';
import type { Build } from '#domain/build/build.ts';
import type { ContextSection, PackContext } from '#domain/build/pack-context.ts';
import { contractOf } from '#domain/build/contract-of.ts';
import type { Project, ProjectAtom, ProjectSymbol } from '#domain/build/project.ts';
import { Draft, type Contract } from '#domain/draft/draft.ts';
import { MgeError } from '#domain/failure/mge-error.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import type { Run } from '#domain/run/run.ts';
import { atomLimitsOf } from '#domain/settings/atom-limits.ts';
import { CONTEXT_BUDGET } from '#engine/execution/regenerating/focused-context.ts';
import { loadTexts } from '#engine/execution/committing/store-texts.ts';
import type { BlobStore } from '#ports/blob-store.ts';

/** What there is to know of an atom that is written anew. */
export interface RegenerationFacts {
  readonly atom: ProjectAtom;
  readonly symbol: ProjectSymbol;
  /** Complete text of the file, and where the atom with its children stands in it. */
  readonly file: SourceFile;
  readonly span: readonly [number, number];
  readonly contract: Contract | null;
  /** Texts of all files of the run, by path. */
  readonly texts: ReadonlyMap<string, string>;
  readonly project: Project;
  /** How large an atom may be in this repository. */
  readonly limits: AtomLimits;
  /** What the symbol's tests do not notice, as an earlier batch found out. */
  readonly weakness: string;
  /** What the model must see of the project. */
  readonly packed: readonly ContextSection[];
}

export interface FactSources {
  readonly blobs: BlobStore;
  readonly packContext: PackContext;
}

/** Gathers the facts of an atom. Throws `internal` when the analysis does not know it. */
export async function gatherFacts(
  run: Run,
  build: Build,
  project: Project,
  effect: EffectOf<'regenerate-atom'>,
  { blobs, packContext }: FactSources,
): Promise<RegenerationFacts> {
  const atom = project.atoms.find((each) => each.id === effect.atom);
  const symbol = project.symbols.find((each) => each.id === effect.symbol);
  const span = atomSpan(effect.atom, project.atoms);
  const texts = new Map((await loadTexts(blobs, build.files)).map((file) => [file.path, file.text]));
  const text = atom === undefined ? undefined : texts.get(atom.file);
  if (atom === undefined || symbol === undefined || span === null || text === undefined) {
    const nextStep = 'Type `/mge retry` to analyse the project again.';
    throw new MgeError(`the analysis does not know the atom ${effect.atom}`, {
      code: 'internal',
      retry: 'give-up',
      nextStep,
    });
  }
  const contract = await readContract(run, symbol, blobs);
  const weakness = build.symbols[effect.symbol]?.weakness ?? '';
  const limits = atomLimitsOf(run.settings);
  const around = await loadTexts(blobs, project.context);
  const files = [
    ...around.filter(({ path }) => !texts.has(path)),
    ...Array.from(texts, ([path, own]) => ({ path, text: own })),
  ];
  const packed = await packContext({ files, limits, atom: atom.id, budget: CONTEXT_BUDGET });
  return { atom, symbol, file: { path: atom.file, text }, span, contract, texts, project, limits, weakness, packed };
}

async function readContract(run: Run, symbol: ProjectSymbol, blobs: BlobStore): Promise<Contract | null> {
  const hash = run.plan?.tasks.find((task) => task.id === symbol.task)?.draft ?? null;
  return hash === null ? null : contractOf(Draft.parse(JSON.parse(await blobs.get(hash))), symbol);
}
