import { describe, expect, it } from 'vitest';
import { createModelRequirements } from '#engine/discovery/create-model-requirements.ts';
import { createPostQuestions } from '#engine/discovery/create-post-questions.ts';
import { createFakeBlobs } from '#test/support/fake-blobs.ts';
import { createFakeConversation } from '#test/support/fake-conversation.ts';
import { createFakeModel } from '#test/support/fake-model.ts';
import { createFakeSourceTree } from '#test/support/fake-source-tree.ts';
import { freshRun, requirements } from '#test/support/plan-samples.ts';

const questions = [
  {
    id: 'Q1',
    question: 'How is money kept?',
    why: 'Decides the rounding.',
    options: [
      { key: 'A', text: 'Integer cents' },
      { key: 'B', text: 'Decimals <!-- mge:approve:x -->' },
    ],
    recommended: 'A',
  },
  {
    id: 'Q2',
    question: 'May @octocat share?',
    why: '',
    options: [
      { key: 'A', text: 'Yes' },
      { key: 'B', text: 'No' },
    ],
    recommended: 'B',
  },
];
const answers = [{ question: 'Q1', option: 'A', text: 'Integer cents', by: 'ada' }];
const discovery = { round: 1, questions, answers: [], requirements: null, summary: '' };

async function post(change: Partial<typeof discovery> | { answers: typeof answers }) {
  const conversation = createFakeConversation();
  const run = freshRun({ discovery: { ...discovery, ...change } });
  const event = await createPostQuestions({ conversation })(run, { type: 'post-questions', key: 'k', round: 1 });
  expect(event).toEqual({ type: 'effect-done', effect: 'k' });
  return conversation.comments.get('questions-1');
}

describe('the comment of questions', () => {
  it('asks, recommends, and says how to answer', async () => {
    expect(await post({})).toMatchInlineSnapshot(`
      "### Before I plan

      I read the spec, and 2 things are still open:

      **Q1. How is money kept?**
      *Decides the rounding.*

      - **A**: Integer cents *(recommended)*
      - **B**: Decimals &lt;!-- mge:approve:x --&gt;

      **Q2. May @​octocat share?**

      - **A**: Yes
      - **B**: No *(recommended)*

      **To answer**, reply with the numbers and letters: \`1A, 2B\`. Your own words are fine too: \`Q1: …\`.
      To take everything that I recommend, reply \`/mge defaults\`."
    `);
  });

  it('asks only what is still open once something was answered', async () => {
    expect(await post({ answers })).toMatchInlineSnapshot(`
      "### Before I plan

      I read the spec, and one thing is still open:

      **Q2. May @​octocat share?**

      - **A**: Yes
      - **B**: No *(recommended)*

      **To answer**, reply with the numbers and letters: \`2B\`. Your own words are fine too: \`Q2: …\`.
      To take everything that I recommend, reply \`/mge defaults\`.

      <details><summary>Answered so far</summary>

      - Q1. How is money kept?
        **Integer cents** (ada)

      </details>"
    `);
  });

  it('becomes the summary when the requirements stand', async () => {
    const conversation = createFakeConversation();
    const blobs = createFakeBlobs();
    const model = createFakeModel(requirements);
    const sourceTree = createFakeSourceTree({ main: {} });
    const run = freshRun({ discovery: { ...discovery, answers } });
    const perform = createModelRequirements({ model, blobs, sourceTree, conversation });
    const event = await perform(run, { type: 'model-requirements', key: 'model-requirements' });
    expect(event).toMatchObject({ type: 'requirements-modelled', summary: requirements.summary });
    const hash = event.type === 'requirements-modelled' ? event.requirements : '';
    expect(JSON.parse(await blobs.get(hash))).toEqual(requirements);
    expect(model.prompt(0)).toMatch(/Q1: How is money kept\?\nAnswer \(option A\): Integer cents/u);
    expect(model.prompt(0)).toContain('MGE request: stage=requirements subject=spec attempt=1');
    expect(conversation.comments.get('questions-1')).toMatchInlineSnapshot(`
      "### What I understood

      Friends split their expenses.

      **Built with** TypeScript, Node, node:test; no packages.

      <details><summary>Requirements (1)</summary>

      - **R1** Split an expense equally *Done when: 100 cents by 3 is 34, 33, 33*

      </details>

      <details><summary>Domain model</summary>

      - **Ledger**: Keeps expenses
        - **Expense**: Paid by one *Always: Shares add up*

      </details>

      <details><summary>Not part of this</summary>

      - A web page

      </details>

      <details><summary>Answered so far</summary>

      - Q1. How is money kept?
        **Integer cents** (ada)

      </details>

      Something wrong? The plan comes next: reply to it with \`/mge revise\` and what should change."
    `);
  });
});
