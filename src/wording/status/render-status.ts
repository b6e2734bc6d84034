import { codeSpan, inlineMarkdown } from '#domain/prompt/inline-markdown.ts';
import { whatHappened } from '#wording/status/what-happened.ts';
import type { Run, Stage } from '#domain/run/run.ts';
import { describeWork } from '#wording/status/describe-work.ts';
import { renderAttempts } from '#wording/status/render-attempts.ts';
import { renderLevelsGraph } from '#wording/status/render-levels-graph.ts';
import { statusHeadline } from '#wording/status/status-headline.ts';
import { statusFacts, type StatusFacts } from '#wording/status/status-facts.ts';
import { waitingFor } from '#wording/status/waiting-for.ts';

const STEPS: readonly (readonly [name: string, stages: readonly Stage[]])[] = [
  ['spec', ['idle', 'preparing']],
  ['questions', ['discovery', 'answering', 'modelling']],
  ['plan', ['retrieval', 'planning', 'approving', 'onboarding']],
  ['drafts', ['drafting', 'analysing']],
  ['build', ['building']],
  ['review', ['reviewing']],
  ['report', ['reporting']],
];

const SHOWN_ERRORS = 5;

/** Said once there are numbers that need it. */
const GLOSSARY =
  'An atom is a small piece of code that is checked on its own. A level holds the pieces that need only earlier levels, and is one commit.';

/** The sticky status comment. `spentUsd`: what the run has cost so far. */
export function renderStatus(run: Run, spentUsd: number): string {
  const facts = statusFacts(run);
  return [
    `### MGE: ${statusHeadline(run)}`,
    stepsLine(run.stage),
    pauseText(run),
    renderAttempts(run),
    waitingFor(run) ?? '',
    numbers(run, facts, spentUsd),
    errors(run),
    levelsGraph(run),
    run.build === null ? '' : GLOSSARY,
    'This comment is kept up to date. `/mge help` lists what you can type.',
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function stepsLine(stage: Stage): string {
  if (stage === 'cancelled') return '';
  const current = STEPS.findIndex(([, stages]) => stages.includes(stage));
  const at = stage === 'done' ? STEPS.length : current;
  return STEPS.map(([name], index) => (index < at ? `✓ ${name}` : index === at ? `**${name}**` : name)).join(' → ');
}

function pauseText({ paused }: Run): string {
  if (paused === null) return '';
  return `> **Paused** by ${inlineMarkdown(paused.by, 60)}: ${reasonOf(paused)}\n>\n> **Next step:** ${nextStep(paused.nextStep)}`;
}

/** What is wrong with the settings is a list, made by MGE; any other reason is one line. */
function reasonOf({ code, reason }: NonNullable<Run['paused']>): string {
  return code === 'settings-invalid' ? reason.replaceAll('\n', '\n> ') : whatHappened({ code, message: reason }, 600);
}

/** Next steps are MGE's own words and may hold code spans. */
function nextStep(text: string): string {
  return text.replaceAll('\n', ' ');
}

function numbers(run: Run, facts: StatusFacts, spentUsd: number): string {
  const { levels, atoms, tasks, minutesLeft } = facts;
  const rows: [string, string][] = [];
  if (tasks !== null)
    rows.push([
      'Tasks',
      `${tasks.drafted} of ${tasks.all} drafted${tasks.failed === 0 ? '' : `, ${tasks.failed} failed`}`,
    ]);
  if (levels !== null)
    rows.push(['Levels', `${levels.done} of ${levels.all} on the branch ${codeSpan(run.build?.branch ?? '')}`]);
  if (atoms !== null) {
    const unproved = atoms.unproved === 0 ? '' : ` · ${atoms.unproved} accepted but not fully tested`;
    rows.push([
      'Atoms',
      `${atoms.validated} passed${unproved} · ${atoms.flagged} for people · ${atoms.waiting} waiting (of ${atoms.all})`,
    ]);
  }
  rows.push(['Cost', `$${spentUsd.toFixed(2)} of at most $${run.budgetUsd.toFixed(2)}`]);
  if (minutesLeft !== null) rows.push(['Time left', `about ${minutesLeft} min`]);
  if (run.pullRequest !== null) rows.push(['Pull request', `#${run.pullRequest}`]);
  return ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
}

function errors({ trail }: Run): string {
  if (trail.length === 0) return '';
  const shown = trail.slice(-SHOWN_ERRORS).toReversed();
  const items = shown.map(
    ({ at, what, failure }) =>
      `- ${at.slice(0, 16).replace('T', ' ')} UTC, ${inlineMarkdown(describeWork(what))}: ${sentence(whatHappened(failure))} ${nextStep(failure.nextStep)}`,
  );
  const title = trail.length === 1 ? 'One thing went wrong on the way' : `${trail.length} things went wrong on the way`;
  return [`<details><summary>${title}</summary>`, '', ...items, '', '</details>'].join('\n');
}

/** A message as a sentence of its own, for the next step follows it. */
function sentence(text: string): string {
  return /[.!?…]$/u.test(text) ? text : `${text}.`;
}

function levelsGraph({ build }: Run): string {
  if (build === null || build.levels.flat().length === 0) return '';
  return ['<details><summary>Levels</summary>', '', renderLevelsGraph(build), '', '</details>'].join('\n');
}
