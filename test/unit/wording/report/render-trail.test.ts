import { expect, it } from 'vitest';
import { renderTrail } from '#wording/report/render-trail.ts';
import { wentWrong } from '#test/support/report-samples.ts';
import { sampleRun } from '#test/support/store-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const render = (...trail: ReturnType<typeof wentWrong>[]): string => renderTrail({ ...sampleRun(), trail });

describeRenderer('render-trail', {
  'one thing': () => render(wentWrong()),
  'more than is shown': () =>
    render(...Array.from({ length: 43 }, (_, index) => wentWrong({ what: `step ${index + 1}` }))),
  'hostile and long text': () => render(wentWrong({ message: HOSTILE, what: HOSTILE }), wentWrong({ message: LONG })),
});

it('says nothing where nothing went wrong', () => {
  expect(render()).toBe('');
});
