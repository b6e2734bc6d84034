import { expect, it } from 'vitest';
import { commandNames, type Place } from '#domain/command/command.ts';
import { parseCommands } from '#domain/command/parse-commands.ts';
import { legalCommands, whyIllegal } from '#domain/run/transition/legal-commands.ts';
import { Stage, type Run } from '#domain/run/run.ts';
import { inThread, onIssue } from '#test/support/run-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';

/** Every refusal that a command may get: in each stage, on the issue and in a review thread. */
function refusals(): string {
  const places: readonly (readonly [string, Place])[] = [
    ['on the issue', onIssue],
    ['in a review thread', inThread(7)],
  ];
  const paused = { by: 'ada', reason: 'x', nextStep: 'y', code: 'paused' };
  const runs = [
    ...Stage.options.map((stage): Run => ({ ...sampleRun(), stage })),
    { ...sampleRun(), stage: 'building' as const, paused },
  ];
  return runs
    .flatMap((run) =>
      places.map(([where, place]) => {
        const allowed = legalCommands(run, place);
        const lines = commandNames
          .filter((name) => !allowed.includes(name))
          .map((name) => `- \`/mge ${name}\`: ${whyIllegal(run, place, name).replace(/ Possible now:.*/u, '')}`);
        const now = allowed.map((name) => `\`/mge ${name}\``).join(', ');
        return `## ${run.stage}${run.paused === null ? '' : ', paused'}, ${where}\n\n${lines.join('\n')}\n\nPossible now: ${now}.`;
      }),
    )
    .join('\n\n');
}

it('refuses in words that say why and what is possible instead', async () => {
  await expect(`# What a refused command is told\n\n${refusals()}\n`).toMatchFileSnapshot('./refusals.md');
});

it('says what is wrong with a command that cannot be read', async () => {
  const texts = [
    '/mge',
    '/mge aprove',
    '/mge xyzzy',
    '/mge budget',
    '/mge budget lots',
    '/mge revise',
    '/mge answer',
    '/mge pause now',
  ];
  const told = texts.flatMap((text) =>
    parseCommands(text).map((parsed) => `- \`${text}\`: ${parsed.ok ? 'is taken' : parsed.problem}`),
  );
  await expect(`# What is said of a command that cannot be read\n\n${told.join('\n')}\n`).toMatchFileSnapshot(
    './unreadable-commands.md',
  );
});
