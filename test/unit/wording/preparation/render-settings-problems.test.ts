import { renderSettingsProblems } from '#wording/preparation/render-settings-problems.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const render = (...problems: { line: number | null; text: string }[]) =>
  renderSettingsProblems('.github/mge.yml', problems);

describeRenderer('render-settings-problems', {
  'one problem': () => render({ line: 3, text: 'unknown key `lable`; did you mean `label`?' }),
  'a problem without a line': () => render({ line: null, text: 'the file is not YAML' }),
  'more than is shown': () =>
    render(...Array.from({ length: 23 }, (_, index) => ({ line: index + 1, text: 'unknown key `x`' }))),
  'hostile text': () => render({ line: 1, text: HOSTILE }, { line: 2, text: LONG }),
});
