import { describe, expect, it } from 'vitest';
import { createPostReview } from '#engine/review/create-post-review.ts';
import { recordingPullRequests } from '#test/support/build-ports.ts';
import { withSymbol } from '#test/support/build-steps.ts';
import { reviewedWorld, ROUND, roundingFailed, SPLIT } from '#test/support/reviewed-world.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { ofType } from '#test/support/tiny-project.ts';

const effect = { type: 'post-review' as const, key: 'run/post-review' };

async function posted(change = (run: Awaited<ReturnType<typeof reviewedWorld>>['run']) => run) {
  const { run, blobs, tree } = await reviewedWorld();
  const pullRequests = recordingPullRequests();
  const perform = createPostReview({ blobs, sourceTree: tree, pullRequests, analyse: tinyAnalyse });
  const event = ofType(await perform(change(run), effect), 'review-posted');
  const [review] = pullRequests.reviews;
  if (review === undefined) throw new Error('no review was posted');
  return { event, review, run, reviews: pullRequests.reviews, tree };
}

describe('asking people in a review', () => {
  it('asks on the lines of the branch, one comment a symbol', async () => {
    const { event, review, run, tree } = await posted();
    expect(review.commit).toBe(run.build?.head);
    expect(review.comments.map(({ path, startLine, endLine }) => [path, startLine, endLine])).toEqual([
      ['src/cents.ts', 3, 3],
      ['src/split.ts', 3, 6],
    ]);
    const stub = tree.files(review.commit)['src/cents.ts']?.split('\n')[2];
    expect(stub).toContain('not generated yet');
    expect(event.threads.map(({ symbol, commentId }) => [symbol, commentId])).toEqual([
      [ROUND, 100],
      [SPLIT, 101],
    ]);
  });

  it('tells of a flagged symbol what it promises, what failed, and offers the last attempt', async () => {
    const { review } = await posted();
    expect(review.comments[0]?.body).toMatchInlineSnapshot(`
      "**\`roundHalfUp\` needs you.** It failed all 3 attempts, so a stub stands here that throws when it is called.

      What it promises:
      - before: value is finite
      - after: the nearest whole number
      - example: \`1.5 → 2\`

      <details><summary>How sure I am: 43 %</summary>

      | part | counts | score | because |
      |---|---|---|---|
      | checks | 40 % | 0.67 | 2 passed, 1 failed, 0 did not run |
      | attempts | 30 % | 0.00 | 3 made |
      | size | 20 % | 0.83 | 3 lines, complexity 1 |
      | use | 10 % | 0.00 | one other needs it |

      </details>

      <details><summary>What failed last: the unit check, test/cents.test.ts:3</summary>

      \`\`\`text
      expected 2, got 1

      check(roundHalfUp(1.5) === 2)
      \`\`\`

      </details>

      The last attempt, to start from (it did **not** pass):

      \`\`\`suggestion
      export function roundHalfUp(value: number): number {
        return Math.floor(value + 0.5);
      }
      \`\`\`

      - **Take the last attempt**: resolve this thread, or reply \`/mge approve\`
      - **Change it yourself**: apply the suggestion, or edit it on the branch
      - **Have it written anew**: reply \`/mge regenerate\` and what to change"
    `);
  });

  it('tells of an unsure symbol why it was chosen', async () => {
    const { review } = await posted();
    expect(review.comments[1]?.body).toMatchInlineSnapshot(`
      "**Please look at \`splitEqually\`.** I am 67 % sure of it, and surer of most others.

      What it is for: \`export function splitEqually(total: Cents, people: number): number[]\`, a part of task T2.

      <details><summary>How sure I am: 67 %</summary>

      | part | counts | score | because |
      |---|---|---|---|
      | checks | 40 % | 0.67 | 2 passed, 0 failed, 1 did not run |
      | attempts | 30 % | 0.60 | 2 made |
      | size | 20 % | 0.80 | 4 lines, complexity 1 |
      | use | 10 % | 0.67 | nothing else needs it |

      </details>

      - **Fine as it is**: resolve this thread, or reply \`/mge approve\`
      - **Change it yourself**: edit it on the branch
      - **Have it written anew**: reply \`/mge regenerate\` and what to change"
    `);
    expect(review.body).toContain('**2 of 5** pieces');
  });

  it('suggests no text that would break the build', async () => {
    const { review } = await posted((run) =>
      withSymbol(run, ROUND, { failure: { ...roundingFailed, check: 'types' } }),
    );
    expect(review.comments[0]?.body).not.toContain('```suggestion');
    expect(review.comments[0]?.body).toContain('does **not** build');
  });

  it('says nothing of a symbol that a person took out of the branch', async () => {
    const { event, review } = await posted((run) => ({
      ...run,
      review: { selected: ['src.gone.away', SPLIT], threads: {}, posted: false },
    }));
    expect(review.comments).toHaveLength(1);
    expect(event.threads.map((thread) => thread.symbol)).toEqual([SPLIT]);
  });
});
