import { z } from 'zod';
import { RunProgress } from '#domain/run/run-progress.ts';
import type { Screen } from '#local/demo/show/screen.ts';

const Advanced = z.object({ msg: z.literal('run advanced'), progress: RunProgress.extend({ usd: z.number() }) });
export type Advance = z.infer<typeof Advanced>['progress'];

/** A log line of MGE, when it tells that the run went on. */
export function readAdvance(line: string): Advance | null {
  if (!line.includes('"run advanced"')) return null;
  const parsed = Advanced.safeParse(JSON.parse(line));
  return parsed.success ? parsed.data.progress : null;
}

const said: Readonly<Record<Advance['stage'], string>> = {
  idle: 'waiting for the label',
  preparing: 'reading the repository’s settings',
  discovery: 'looking for what is unclear',
  answering: 'waiting for answers',
  modelling: 'writing down requirements and domain model',
  retrieval: 'searching the repository for code to imitate',
  planning: 'drawing up the masterplan',
  approving: 'waiting for the plan’s approval',
  onboarding: 'waiting for the validation workflow to be merged',
  drafting: 'drafting all tasks',
  analysing: 'splitting drafts into atoms, ordering them',
  building: 'validating, level by level',
  reviewing: 'asking people about the atoms it is least sure of',
  reporting: 'writing the report',
  done: 'done',
  cancelled: 'cancelled',
};

const WIDTH = 18;

export function showAdvance(screen: Screen, before: Advance | null, now: Advance, seconds: number): void {
  const clock = screen.style('gray', time(seconds));
  if (before?.stage !== now.stage)
    screen.line(`${clock}  ${screen.style('bold', now.stage.padEnd(11))} ${said[now.stage]}`);
  if (before !== null && before.batches < now.batches) {
    screen.line(`${clock}  ${'batch'.padEnd(11)} validation run ${now.batches}: ${now.atoms.waiting} atoms to judge`);
  }
  if (before !== null && before.levels.committed < now.levels.committed) {
    const { committed, total } = now.levels;
    screen.line(
      `${clock}  ${'commit'.padEnd(11)} level ${committed - 1} stands on the branch (${committed} of ${total})`,
    );
  }
  if (now.paused !== null && before?.paused !== now.paused)
    screen.line(`${clock}  ${screen.style('yellow', 'paused'.padEnd(11))} ${now.paused}`);
  if (now.waiting !== null && before?.waiting?.until !== now.waiting.until)
    screen.line(`${clock}  ${screen.style('yellow', 'waiting'.padEnd(11))} ${waitingText(now.waiting)}`);
  screen.status(statusLine(screen, now, seconds));
}

function waitingText({ reason, until }: NonNullable<Advance['waiting']>): string {
  return `${reason}; tried again at ${until.slice(11, 19)} UTC, Ctrl+C ends it`;
}

function statusLine(screen: Screen, now: Advance, seconds: number): string {
  const { atoms, tasks, levels, usd } = now;
  const parts = [time(seconds), now.stage];
  if (atoms.total > 0)
    parts.push(
      `atoms ${bar(atoms.validated, atoms.total)} ${atoms.validated}/${atoms.total}`,
      `${atoms.flagged} flagged`,
    );
  else if (tasks.total > 0) parts.push(`tasks ${bar(tasks.drafted, tasks.total)} ${tasks.drafted}/${tasks.total}`);
  if (levels.total > 0) parts.push(`levels ${levels.committed}/${levels.total}`);
  return screen.style('cyan', [...parts, `$${usd.toFixed(2)}`].join('  '));
}

function bar(part: number, whole: number): string {
  const full = Math.round((part / whole) * WIDTH);
  return '█'.repeat(full) + '░'.repeat(WIDTH - full);
}

export function time(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${String(Math.floor(whole / 60)).padStart(2, '0')}:${String(whole % 60).padStart(2, '0')}`;
}
