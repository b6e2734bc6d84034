import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { PlannedExport, PlannedTask } from '#domain/plan/plan.ts';
import { checkDraftPaths } from '#engine/drafting/check-draft-paths.ts';
import { checkManifest } from '#engine/drafting/check-manifest.ts';
import { rejectDraft } from '#engine/drafting/reject-draft.ts';

export interface DraftChecks {
  /** The first syntax error of a file, or null; null too for a language that is not known. `line` counts from 1. */
  readonly checkSyntax: (path: string, text: string) => Promise<{ line: number; message: string } | null>;
  /** How a draft differs from the exports that its task promised; one sentence each. */
  readonly checkInterface: (draft: Draft, exports: readonly PlannedExport[]) => Promise<string[]>;
}

export interface DraftRules {
  readonly task: PlannedTask;
  readonly protectedPaths: readonly string[];
  /** Texts that the files had before. */
  readonly current: ReadonlyMap<string, string>;
}

/** The first kind of thing that is wrong with a draft, all of that kind at once; null for a draft that holds. */
export async function checkDraft(checks: DraftChecks, draft: Draft, rules: DraftRules): Promise<FailedCheck | null> {
  const paths = checkDraftPaths(draft, rules.task, rules.protectedPaths);
  if (paths.length > 0) return rejectDraft('paths', paths);
  const contents = checkContents(draft, rules.current);
  if (contents.length > 0) return rejectDraft('invalid', contents);
  const syntax = await findSyntaxErrors(checks, draft);
  if (syntax !== null) return syntax;
  const differences = await checks.checkInterface(draft, rules.task.exports);
  return differences.length > 0 ? rejectDraft('interface', differences) : null;
}

const LARGEST = 200_000;

function checkContents({ files, tests }: Draft, current: ReadonlyMap<string, string>): string[] {
  return [...files, ...tests].flatMap(({ path, content }) => [
    ...(content.trim() === '' && !/(?:^|\/)(?:__init__\.py|py\.typed|\.gitkeep)$/u.test(path)
      ? [`${path} is empty.`]
      : []),
    ...(content.length > LARGEST ? [`${path} is larger than ${LARGEST} characters.`] : []),
    ...(content.includes('\0') ? [`${path} holds a NUL character.`] : []),
    ...checkManifest(path, content, current.get(path) ?? null),
  ]);
}

async function findSyntaxErrors({ checkSyntax }: DraftChecks, { files, tests }: Draft): Promise<FailedCheck | null> {
  const found = await Promise.all(
    [...files, ...tests].map(async ({ path, content }) => ({ path, content, error: await checkSyntax(path, content) })),
  );
  const errors = found.flatMap(({ error, ...file }) => (error === null ? [] : [{ ...file, ...error }]));
  const [first] = errors;
  if (first === undefined) return null;
  const lines = errors.map(({ path, line, message, content }) => {
    const near = (content.split('\n')[line - 1] ?? '').trim().slice(0, 200);
    return `${path}:${line}: ${message}${near === '' ? '' : `, near: ${near}`}`;
  });
  return rejectDraft('syntax', [first.message], { file: first.path, line: first.line }, lines);
}
