import type { Run } from '#domain/run/run.ts';
import { requireBuild } from '#domain/build/require-build.ts';
import { renderLevelsGraph } from '#wording/status/render-levels-graph.ts';
import { withAllSymbols, withBuild, withSymbol } from '#test/support/build-steps.ts';
import { ROUND } from '#test/support/reviewed-world.ts';
import { builtWorld } from '#test/support/tiny-project.ts';
import { describeRenderer, HOSTILE } from '#test/support/wording-snapshots.ts';

const built = async (): Promise<Run> => (await builtWorld()).run;
const render = (run: Run): string => renderLevelsGraph(requireBuild(run));
const levels = (count: number, each: number): string[][] =>
  Array.from({ length: count }, (_, level) => Array.from({ length: each }, (_symbol, at) => `src.a.l${level}x${at}`));

describeRenderer('render-levels-graph', {
  'a few symbols': async () =>
    render(withSymbol(withAllSymbols(await built(), { progress: 'validated' }), ROUND, { progress: 'flagged' })),
  'many symbols': async () => render(withBuild(await built(), { levels: levels(12, 15) })),
  'more levels than boxes': async () => render(withBuild(await built(), { levels: levels(90, 1) })),
  'hostile text': async () => render(withBuild(await built(), { levels: [[HOSTILE]] })),
});
