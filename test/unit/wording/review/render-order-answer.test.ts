import { renderOrderAnswer, type OrderedPiece } from '#wording/review/render-order-answer.ts';
import { failedCheck, flagged, unsure } from '#test/support/review-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const state = {
  ...unsure.state,
  id: unsure.symbol.id,
  file: unsure.symbol.file,
  checks: { passed: 3, failed: 0, notExecuted: 0 },
};
const passed: OrderedPiece = {
  id: state.id,
  state: { ...state, progress: 'validated' },
  onBranch: true,
  texts: { before: 'one\ntwo\nthree', after: 'one\n2\nthree' },
};
const failed: OrderedPiece = {
  id: 'src.split.allocate',
  state: { ...flagged.state, id: 'src.split.allocate', file: 'src/split.ts', failure: failedCheck },
  onBranch: true,
  texts: null,
};

describeRenderer('render-order-answer', {
  'one piece passed': () => renderOrderAnswer([passed]),
  'its level is still to be committed': () => renderOrderAnswer([{ ...passed, onBranch: false }]),
  'one passed and one failed': () => renderOrderAnswer([passed, failed]),
  'a piece that the plan left behind': () =>
    renderOrderAnswer([{ id: 'src.gone.away', state: null, onBranch: false, texts: null }]),
  'asked for again meanwhile': () =>
    renderOrderAnswer([{ ...passed, state: { ...state, progress: 'regenerating' }, texts: null }]),
  'hostile text': () =>
    renderOrderAnswer([
      { ...passed, texts: { before: 'one', after: `\`\`\`\n${HOSTILE}` } },
      {
        ...failed,
        state: { ...flagged.state, id: HOSTILE, file: HOSTILE, failure: { ...failedCheck, message: HOSTILE } },
      },
    ]),
  'long text': () => renderOrderAnswer([{ ...passed, texts: { before: 'one', after: LONG.repeat(10) } }]),
});
