import { expect, it } from 'vitest';
import { reportFacts } from '#wording/report/report-facts.ts';
import { renderLevels } from '#wording/report/render-levels.ts';
import { threadedWorld } from '#test/support/reviewed-world.ts';
import { describeRenderer } from '#test/support/wording-snapshots.ts';

const world = await threadedWorld();

describeRenderer('render-levels', {
  'what became of each': () => renderLevels(reportFacts(world.run)),
});

it('says nothing before there is a build', () => {
  expect(renderLevels(reportFacts({ ...world.run, build: null }))).toBe('');
});
