import { renderThreadAnswer, type ThreadAnswer } from '#wording/review/render-thread-answer.ts';
import { failedCheck, flagged, unsure } from '#test/support/review-samples.ts';
import { describeRenderer, HOSTILE, LONG } from '#test/support/wording-snapshots.ts';

const thread = {
  symbol: unsure.symbol.id,
  atom: unsure.atom.id,
  commentId: 100,
  state: 'open' as const,
  decision: null,
  by: 'grace',
  feedback: '',
};
const passed = { ...unsure.state, checks: { passed: 3, failed: 0, notExecuted: 0 } };
const render = (outcome: ThreadAnswer['outcome'], change: Partial<ThreadAnswer> = {}): string =>
  renderThreadAnswer({ outcome, thread, state: passed, texts: null, ...change });
const failing = (message: string, detail = ''): ThreadAnswer['state'] => ({
  ...flagged.state,
  failure: { ...failedCheck, message, detail },
});

describeRenderer('render-thread-answer', {
  'written anew': () => render('regenerated', { texts: { before: 'one\ntwo\nthree', after: 'one\n2\nthree' } }),
  'written anew where nothing stood': () => render('regenerated', { texts: { before: null, after: 'one' } }),
  'written anew with one check': () =>
    render('regenerated', { state: { ...passed, checks: { passed: 1, failed: 0, notExecuted: 1 } } }),
  'written anew with hostile text': () =>
    render('regenerated', { texts: { before: 'one', after: '```\n@everyone <!-- mge:approve:0 -->\n````' } }),
  edited: () => render('edited'),
  'edited and nothing is known': () => render('edited', { state: null }),
  accepted: () => render('approved'),
  'accepted by nobody in particular': () => render('approved', { thread: { ...thread, by: null } }),
  'accepted by hostile text': () => render('approved', { thread: { ...thread, by: HOSTILE } }),
  failed: () => render('failed', { state: failing('expected 2, got 1', 'check(a === 2)') }),
  'failed without evidence': () => render('failed', { state: null }),
  'failed with hostile text': () => render('failed', { state: failing(`\`\`\`\n${HOSTILE}`) }),
  'failed with long text': () => render('failed', { state: failing(LONG) }),
});
