import type { Run } from '#domain/run/run.ts';
import { renderSettingsProblems } from '#wording/preparation/render-settings-problems.ts';
import { renderStatus } from '#wording/status/render-status.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { reportedRun, wentWrong } from '#test/support/report-samples.ts';
import { ROUND, SPLIT, threadedWorld } from '#test/support/reviewed-world.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { builtWorld, draftedWorld } from '#test/support/tiny-project.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const run = sampleRun();
const paused = (reason: string, nextStep: string, code = 'budget-reached', by = 'MGE'): string =>
  renderStatus({ ...run, stage: 'building', paused: { by, reason, nextStep, code } }, 25);
const building = async (): Promise<Run> => (await builtWorld()).run;

describeRenderer('render-status', {
  'has begun': () => renderStatus(run, 0),
  drafting: async () => {
    const { run: drafted } = await draftedWorld();
    const tasks = drafted.plan?.tasks.map((task, index) => ({
      ...task,
      progress: index === 0 ? ('drafted' as const) : ('drafting' as const),
    }));
    return renderStatus(
      { ...drafted, stage: 'drafting', plan: drafted.plan && { ...drafted.plan, tasks: tasks ?? [] } },
      0.2,
    );
  },
  'a draft failed': async () => {
    const { run: drafted } = await draftedWorld();
    const tasks = drafted.plan?.tasks.map((task) => ({
      ...task,
      progress: task.id === 'T1' ? ('drafted' as const) : ('failed' as const),
    }));
    return renderStatus(
      { ...drafted, stage: 'drafting', plan: drafted.plan && { ...drafted.plan, tasks: tasks ?? [] } },
      0.2,
    );
  },
  building: async () => renderStatus(await building(), 0.4),
  'building with all kinds': async () => {
    const half = withAllSymbols(await building(), { progress: 'validated' });
    return renderStatus(
      withSymbol(withSymbol(half, ROUND, { progress: 'flagged' }), SPLIT, { progress: 'unproved' }),
      0.4,
    );
  },
  'Claude does not answer': async () => {
    const waiting = {
      since: '2026-11-21T09:05:00.000Z',
      until: '2026-11-21T09:35:00.000Z',
      reason: 'it is overloaded',
    };
    return renderStatus({ ...(await building()), waiting }, 0.4);
  },
  reviewing: async () => renderStatus((await threadedWorld()).run, 1.5),
  done: async () => renderStatus({ ...(await reportedRun()), stage: 'done', trail: [] }, 1.5),
  cancelled: () => renderStatus({ ...run, stage: 'cancelled' }, 0.1),
  'paused by the cap': () =>
    paused('the cap of $25.00 is reached', 'Raise the cap with `/mge budget <usd>`, then type `/mge resume`.'),
  'paused by a person': () => paused('grace paused the run', '`/mge resume` goes on.', 'paused', 'grace'),
  'paused by settings': () =>
    paused(
      renderSettingsProblems('.github/mge.yml', [
        { line: 3, text: 'unknown key `lable`' },
        { line: 9, text: 'the budget must be a number' },
      ]),
      'Mend `.github/mge.yml` on the default branch, then type `/mge retry`.',
      'settings-invalid',
    ),
  'paused by hostile text': () => paused(`${HOSTILE} ${LONG}`, 'Type `/mge retry`.', 'x', HOSTILE),
  'paused by a fault of MGE': () =>
    paused('The analysis does not know the atom a.ts#f.', 'Type `/mge retry`.', 'internal'),
  'one thing went wrong': () => renderStatus({ ...run, trail: [wentWrong()] }, 0),
  'much went wrong': () => renderStatus({ ...run, trail: Array.from({ length: 7 }, () => wentWrong()) }, 0),
  'hostile text went wrong': () =>
    renderStatus(
      { ...run, trail: [wentWrong({ message: HOSTILE, what: HOSTILE })], suspicious: ['docs/orders.md'] },
      0,
    ),
  'a large run': async () => {
    const levels = Array.from({ length: 90 }, (_, level) =>
      Array.from({ length: 9 }, (_each, at) => `a.l${level}x${at}`),
    );
    return renderStatus(withBuild(await building(), { levels }), 3);
  },
});
