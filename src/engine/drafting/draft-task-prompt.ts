import type { FailedCheck } from '#domain/build/symbol-state.ts';
import type { Draft } from '#domain/draft/draft.ts';
import type { PlannedTask } from '#domain/plan/plan.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import { requestLine } from '#domain/prompt/request-line.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import type { Run } from '#domain/run/run.ts';
import { DRAFT_RULES } from '#engine/drafting/draft-rules.ts';
import { renderProject, type ProjectMaterial } from '#engine/drafting/render-project.ts';
import type { PromptBlock } from '#ports/language-model.ts';

export interface DraftTaskMaterial {
  readonly run: Run;
  readonly task: PlannedTask;
  readonly attempt: number;
  /** How often people asked to retry: a new request each time. */
  readonly retries: number;
  readonly project: ProjectMaterial;
  /** Texts of files that the task rewrites, by path. */
  readonly current: ReadonlyMap<string, string>;
  /** Texts of code beside them, by path. */
  readonly neighbours: ReadonlyMap<string, string>;
  readonly failure: FailedCheck | null;
  readonly previous: Draft | null;
}

export function draftTaskSystem(): PromptBlock[] {
  return [{ text: DRAFT_RULES, cache: '1h' }];
}

/** The project first, which is equal for all tasks and so is cached; then the task. */
export function draftTaskUser(material: DraftTaskMaterial): PromptBlock[] {
  const { task, attempt, retries, current, neighbours } = material;
  const body = joinSections(
    requestLine('draft', task.id, attempt),
    section('Your task', delimit(`task ${task.id}`, JSON.stringify(task, null, 1), { kind: 'code', limit: 30_000 })),
    section('Files as they stand, to be given back changed', renderTexts(current, 40_000)),
    section('Code beside them, not to be changed', renderTexts(neighbours, 6000)),
    renderFailure(material),
    section('Task', `Write ${task.id}.${retries > 0 ? ` (Start ${retries + 1}: begin anew.)` : ''}`),
  );
  return [{ text: renderProject(material.project, material.run), cache: '5m' }, { text: body }];
}

function renderTexts(texts: ReadonlyMap<string, string>, limit: number): string {
  return [...texts].map(([path, text]) => delimit(path, text, { kind: 'code', limit })).join('\n');
}

function renderFailure({ failure, previous, attempt }: DraftTaskMaterial): string {
  if (failure === null) return '';
  const where =
    failure.file === null ? '' : ` in ${failure.file}${failure.line === null ? '' : ` line ${failure.line}`}`;
  const evidence = `${failure.check}${where}: ${failure.message}\n${failure.detail}`;
  return joinSections(
    section('Your answer before this one', previous === null ? '' : renderDraft(previous)),
    section('Why it was rejected', delimit('evidence', evidence, { kind: 'code', limit: 8000 })),
    ADVICE[failure.check] ?? 'Solve this, and keep what was right.',
    attempt > 2 ? 'Two attempts failed: take another approach than before.' : '',
  );
}

const ADVICE: Readonly<Record<string, string>> = {
  truncated:
    'The answer was cut off because it was too long. Write the task more compactly: fewer words in comments, contracts and notes.',
  refused:
    'Write ordinary application code that does just what the task says. Leave out any part that you must not write, and name it in the notes.',
};

function renderDraft({ files, tests }: Draft): string {
  return [...files, ...tests]
    .map(({ path, content }) => delimit(path, content, { kind: 'code', limit: 30_000 }))
    .join('\n');
}
