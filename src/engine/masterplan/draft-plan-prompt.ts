import type { Requirements } from '#domain/discovery/requirements.ts';
import type { Plan } from '#domain/plan/plan.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import { patternSections } from '#domain/prompt/pattern-sections.ts';
import { requestLine } from '#domain/prompt/request-line.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import { MASTERPLAN_RULES } from '#engine/masterplan/masterplan-rules.ts';
import type { Run } from '#domain/run/run.ts';
import type { PromptBlock } from '#ports/language-model.ts';

/** What a revision starts from. */
export interface Revision {
  readonly previous: Plan;
  readonly feedback: string;
  /** Ids of tasks that people unticked. */
  readonly leftOut: readonly string[];
}

/** What was wrong with the attempt before. */
export interface Correction {
  readonly problems: readonly string[];
  /** The plan that had them, or null when the answer could not be read. */
  readonly rejected: Plan | null;
}

export interface DraftPlanMaterial {
  readonly run: Run;
  readonly number: number;
  readonly attempt: number;
  readonly requirements: Requirements;
  readonly patterns: readonly Pattern[];
  readonly overview: string;
  readonly revision: Revision | null;
  readonly correction: Correction | null;
}

export function draftPlanSystem(): PromptBlock[] {
  return [{ text: MASTERPLAN_RULES, cache: '1h' }];
}

export function draftPlanUser(material: DraftPlanMaterial): PromptBlock[] {
  const { run, requirements, patterns, overview } = material;
  const context = joinSections(
    section('The repository today', overview),
    section('The spec issue', delimit('spec issue', `${run.issue.title}\n\n${run.issue.body}`, { limit: 40_000 })),
    section(
      'Requirements, domain model, tech stack',
      delimit('requirements', JSON.stringify(requirements, null, 1), { kind: 'code', limit: 60_000 }),
    ),
    patternSections('Code of this repository that fits', patterns),
    section('Limits of this repository', renderLimits(run)),
  );
  const task = joinSections(
    requestLine('masterplan', `revision-${material.number}`, material.attempt),
    renderRevision(material.revision),
    renderCorrection(material.correction),
    section('Task', 'Write the masterplan. Before you answer, check it against every rule.'),
  );
  return [{ text: context, cache: '5m' }, { text: task }];
}

function renderLimits({ settings }: Run): string {
  const guarded =
    settings.protected_paths.length === 0 ? 'none besides the general ones' : settings.protected_paths.join(', ');
  return [
    `Languages: ${settings.languages.join(', ')}.`,
    `Functions: at most ${settings.atoms.lines} lines and complexity ${settings.atoms.complexity}.`,
    `Protected paths: ${guarded}.`,
  ].join('\n');
}

function renderRevision(revision: Revision | null): string {
  if (revision === null) return '';
  const { previous, feedback, leftOut } = revision;
  return joinSections(
    section('The plan so far', delimit('plan', JSON.stringify(previous, null, 1), { kind: 'code', limit: 120_000 })),
    section(
      'Taken out by the team',
      leftOut.length === 0 ? '' : `${leftOut.join(', ')}: leave them out, and let nothing depend on them.`,
    ),
    section('What the team wants changed', feedback === '' ? '' : delimit('feedback', feedback, { limit: 20_000 })),
    'Revise the plan: change what the feedback asks for and what follows from it, and nothing else. A task that stays keeps its id, title and files.',
  );
}

function renderCorrection(correction: Correction | null): string {
  if (correction === null) return '';
  const { problems, rejected } = correction;
  return joinSections(
    section(
      'Your plan before this one',
      rejected === null ? '' : delimit('rejected plan', JSON.stringify(rejected), { kind: 'code', limit: 120_000 }),
    ),
    section(
      'Why it was rejected',
      delimit('problems', problems.map((each) => `- ${each}`).join('\n'), { limit: 10_000 }),
    ),
    'Answer with the whole plan again, these problems solved.',
  );
}
