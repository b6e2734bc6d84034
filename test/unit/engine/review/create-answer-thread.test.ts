import { describe, expect, it } from 'vitest';
import { requireBuild } from '#domain/build/require-build.ts';
import type { EffectOf } from '#domain/run/effect.ts';
import { createAnswerThread } from '#engine/review/create-answer-thread.ts';
import { recordingConversation, recordingPullRequests } from '#test/support/build-ports.ts';
import { withBuild, withSymbol } from '#test/support/build-steps.ts';
import { ROUND, SPLIT, threadedWorld } from '#test/support/reviewed-world.ts';
import { tinyAnalyse } from '#test/support/tiny-analyse.ts';
import { SPLIT as SPLIT_TEXT } from '#test/support/tiny-project.ts';

async function answered(symbol: string, outcome: EffectOf<'answer-thread'>['outcome']) {
  const world = await threadedWorld();
  const earlier = SPLIT_TEXT.replace('[share]', '[share, share]');
  const sha = world.tree.seed('mge-candidates/1', { 'src/split.ts': earlier });
  const batch = { number: 1, key: 'k', symbols: [SPLIT], sha, workflowRunId: 1, state: 'collected' as const, tries: 1 };
  const build = withBuild(world.run, { batches: [batch] });
  const run = withSymbol(build, SPLIT, { progress: 'validated', checks: { passed: 3, failed: 0, notExecuted: 0 } });
  const conversation = recordingConversation();
  const pullRequests = recordingPullRequests();
  const perform = createAnswerThread({
    blobs: world.blobs,
    sourceTree: world.tree,
    conversation,
    pullRequests,
    analyse: tinyAnalyse,
  });
  const effect = { type: 'answer-thread' as const, key: `answer/${symbol}`, symbol, outcome };
  const event = await perform(run, effect);
  expect(requireBuild(run).batches).toHaveLength(1);
  return { event, reply: conversation.replies[0]?.body ?? '', resolved: pullRequests.resolved };
}

describe('answering in a review thread', () => {
  it('shows what a rewritten symbol was and is, and leaves it to the reviewer', async () => {
    const { reply, resolved } = await answered(SPLIT, 'regenerated');
    expect(reply).toMatchInlineSnapshot(`
      "Written anew as you asked, and it passed (3 checks). It is committed on the branch.

      \`\`\`diff
       export function splitEqually(total: Cents, people: number): number[] {
         const share = roundHalfUp(total / people);
      -  return [share, share];
      +  return [share];
       }
      \`\`\`

      Resolve this thread if it is right now, or reply \`/mge regenerate\` once more."
    `);
    expect(resolved).toEqual([]);
  });

  it('says what failed and that the branch was left alone', async () => {
    const { reply, resolved } = await answered(ROUND, 'failed');
    expect(reply).toContain('the branch was left as it was');
    expect(reply).toContain('expected 2, got 1');
    expect(resolved).toEqual([]);
  });

  it.each(['approved', 'edited'] as const)('resolves the thread of what was %s', async (outcome) => {
    expect((await answered(SPLIT, outcome)).resolved).toEqual([101]);
  });

  it('has nothing to say where there is no thread', async () => {
    const { event, reply } = await answered('src.cents.isWhole', 'approved');
    expect(event).toEqual({ type: 'effect-done', effect: 'answer/src.cents.isWhole' });
    expect(reply).toBe('');
  });
});
