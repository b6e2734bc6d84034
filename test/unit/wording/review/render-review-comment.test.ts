import type { SymbolState } from '#domain/build/symbol-state.ts';
import { renderReviewComment } from '#wording/review/render-review-comment.ts';
import type { ReviewFacts } from '#wording/review/review-facts.ts';
import { failedCheck, flagged, unsure } from '#test/support/review-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const render = (facts: ReviewFacts, state: Partial<SymbolState> = {}, change: Partial<ReviewFacts> = {}): string =>
  renderReviewComment({ ...facts, ...change, state: { ...facts.state, ...state } });
const place = { startLine: 3, endLine: 3, text: 'same', alone: true };
const contract = (text: string) => ({
  symbol: 'roundHalfUp',
  preconditions: [text],
  postconditions: [text],
  examples: [text, text, text, text],
  effects: [],
});

describeRenderer('render-review-comment', {
  unsure: () => render(unsure),
  'unsure and needed by others': () => render(unsure, { dependents: 4, attempts: 1 }),
  'a contract that promises nothing': () =>
    render(unsure, {}, { contract: { ...contract(''), preconditions: [], postconditions: [], examples: [] } }),
  'no signature is known': () => render(unsure, {}, { symbol: { ...unsure.symbol, signature: '' } }),
  'weak tests': () => render(unsure, { weakness: 'src/split.ts:4: `+` became `-`, and every test still passed' }),
  'atoms that do not meet every criterion': () =>
    render(unsure, {}, { doubts: ['no test reaches it', 'it reads the clock, and its contract does not say so'] }),
  failed: () => render(flagged),
  'failed its only attempt': () => render(flagged, { attempts: 1 }),
  'failed and does not build': () => render(flagged, { failure: { ...failedCheck, check: 'types' } }),
  'failed without evidence': () => render(flagged, { failure: { ...failedCheck, file: null, line: null, detail: '' } }),
  'failed and no text is kept': () => render(flagged, {}, { newest: null }),
  'failed and the text stands already': () => render(flagged, {}, { newest: place, branch: place }),
  'hostile text': () =>
    render(
      flagged,
      { failure: { ...failedCheck, message: `${HOSTILE}\n\`\`\`\n@everyone`, check: HOSTILE, file: HOSTILE } },
      { contract: contract(HOSTILE) },
    ),
  'long text': () =>
    render(
      flagged,
      { failure: { ...failedCheck, detail: LONG } },
      { contract: contract(LONG), newest: { ...place, text: LONG.repeat(6) } },
    ),
});
