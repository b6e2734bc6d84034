import { tasksOf, type Plan, type PlannedTask } from '#domain/plan/plan.ts';
import { delimit } from '#domain/prompt/delimit.ts';
import type { Pattern } from '#domain/prompt/pattern.ts';
import { patternSections } from '#domain/prompt/pattern-sections.ts';
import { joinSections, section } from '#domain/prompt/section.ts';
import type { Run } from '#domain/run/run.ts';

/** What all tasks of a plan share. */
export interface ProjectMaterial {
  readonly plan: Plan;
  /** JSON of the requirements, or an empty string. */
  readonly requirements: string;
  readonly patterns: readonly Pattern[];
  readonly overview: string;
}

/** The context of every draft, equal for all tasks: requirements, the interfaces of the whole plan, code to imitate, limits. */
export function renderProject({ plan, requirements, patterns, overview }: ProjectMaterial, run: Run): string {
  const included = new Set(run.plan?.tasks.filter((task) => task.included).map(({ id }) => id));
  const interfaces = tasksOf(plan)
    .filter(({ id }) => included.has(id))
    .map(renderInterface)
    .join('\n\n');
  const { atoms } = run.settings;
  return joinSections(
    section('The repository today', overview),
    section(
      'Requirements, domain model, tech stack',
      requirements === '' ? '' : delimit('requirements', requirements, { kind: 'code', limit: 60_000 }),
    ),
    section('The plan', delimit('plan', `${plan.title}\n${plan.summary}`)),
    section(
      'All tasks with the interfaces that they fix',
      delimit('interfaces', interfaces, { kind: 'code', limit: 120_000 }),
    ),
    patternSections('Code of this repository to imitate', patterns),
    section('Limits', `A function has at most ${atoms.lines} lines and complexity ${atoms.complexity}.`),
  );
}

function renderInterface({ id, title, files, tests, dependsOn, exports }: PlannedTask): string {
  const needs = dependsOn.length > 0 ? `, builds on ${dependsOn.join(', ')}` : '';
  const byFile = files.map((file) => {
    const signatures = exports
      .filter((each) => each.file === file)
      .map(({ signature }) => `  ${signature.replace(/\n/gu, '\n  ')}`);
    return [`${file}${signatures.length > 0 ? ':' : ''}`, ...signatures].join('\n');
  });
  return [`${id} ${title}${needs}`, ...byFile, ...(tests.length > 0 ? [`tests: ${tests.join(', ')}`] : [])].join('\n');
}
