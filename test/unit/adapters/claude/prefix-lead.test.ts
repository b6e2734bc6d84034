import { describe, expect, it } from 'vitest';
import { cachedPrefix } from '#adapters/claude/cached-prefix.ts';
import { createPrefixLead } from '#adapters/claude/create-prefix-lead.ts';
import { toMessageParams } from '#adapters/claude/message-params.ts';
import { requestFor } from '#test/contract/language-model-suite.ts';
import { createManualClock } from '#test/support/manual-clock.ts';

/** Lets everything happen that waits for nothing. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** A burst of calls with one prefix; tells how many may begin. */
function burst(calls: number) {
  const clock = createManualClock();
  const follow = createPrefixLead({ clock });
  const begun: Awaited<ReturnType<typeof follow>>[] = [];
  const call = async (prefix: string | null): Promise<void> => void begun.push(await follow(prefix));
  return { clock, begun, call, all: Promise.all(Array.from({ length: calls }, () => call('project'))) };
}

describe('a burst of calls that share a prefix', () => {
  it('sends one ahead; the others follow at the first word of its answer', async () => {
    const { begun, all } = burst(50);
    await settle();
    expect(begun).toHaveLength(1);
    begun[0]?.begun();
    await all;
    expect(begun).toHaveLength(50);
  });

  it('sends the next ahead when the first one fails', async () => {
    const { begun, all } = burst(5);
    await settle();
    begun[0]?.over();
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]?.begun();
    await all;
    expect(begun).toHaveLength(5);
  });

  it('keeps nobody who has another prefix, or none', async () => {
    const { begun, call } = burst(2);
    await settle();
    await Promise.all([call('another project'), call(null), call(null)]);
    expect(begun).toHaveLength(4);
  });

  it('sends one ahead again when the cache has gone cold', async () => {
    const { clock, begun, call, all } = burst(1);
    await all;
    begun[0]?.begun();
    clock.advance(300_000);
    await call('project');
    const waiting = call('project');
    await settle();
    expect(begun).toHaveLength(2);
    begun[1]?.begun();
    await waiting;
    expect(begun).toHaveLength(3);
  });

  it('does not wait for ever for one that hangs', async () => {
    const follow = createPrefixLead({ clock: createManualClock(), patienceMs: 1 });
    await follow('project');
    expect(await follow('project')).toBeDefined();
  });
});

describe('the prefix of a request', () => {
  const params = (text: string, system = 'rules') =>
    toMessageParams(requestFor('T1', { system: [{ text: system, cache: '1h' }], user: [{ text }] }));

  it('is what stands before the last mark, for the same model and schema', () => {
    expect(cachedPrefix(params('one'))).toBe(cachedPrefix(params('two')));
    expect(cachedPrefix(params('one'))).not.toBe(cachedPrefix(params('one', 'other rules')));
  });

  it('is nothing where nothing is marked', () => {
    expect(cachedPrefix(toMessageParams(requestFor('T1', { system: [], user: [{ text: 'one' }] })))).toBeNull();
  });
});
