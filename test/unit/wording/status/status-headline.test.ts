import { Stage } from '#domain/run/run.ts';
import { statusHeadline } from '#wording/status/status-headline.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer } from '#test/support/wording-snapshots.ts';

const paused = { by: 'ada', reason: 'x', nextStep: 'y', code: 'paused' };

describeRenderer('status-headline', {
  'every stage': () =>
    Stage.options.map((stage) => `- ${stage}: ${statusHeadline({ ...sampleRun(), stage })}`).join('\n'),
  paused: () => statusHeadline({ ...sampleRun(), paused }),
});
