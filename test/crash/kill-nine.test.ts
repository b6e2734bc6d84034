import { beforeAll, describe, expect, it } from 'vitest';
import { killRound, lodgeEmbedded, lodgeOnServers } from '#test/crash/kill-round.ts';
import { outcomeOf, unpriced } from '#test/crash/outcome-of.ts';
import { runWhileServersGoAway } from '#test/crash/servers-go-away.ts';
import { seededRandom } from '#test/support/seeded-random.ts';

const KILLS = 6;
const ROUND_MS = 900_000;

describe('kill -9 of real processes, and servers that go away', () => {
  let undisturbed: Awaited<ReturnType<typeof killRound>>;
  beforeAll(async () => {
    undisturbed = await killRound(lodgeEmbedded, { kills: 0, longestLifeMs: 0, random: () => 0 });
  }, ROUND_MS);

  it('an undisturbed run pays for nothing twice, leaves nothing undone, and stops in time when it is told to', () => {
    expect(undisturbed.answersLost).toBe(0);
    expect(undisturbed.ledger).toMatchObject({ left: [], stage: 'done' });
    expect(undisturbed.stopped.codes).toEqual([0]);
    expect(undisturbed.findings).toEqual([]);
  });

  it.each([
    ['on the embedded database', lodgeEmbedded, 400],
    ['of a server and two workers on PostgreSQL and Redis', lodgeOnServers, 300],
  ] as const)('%s: the run comes out the same', { timeout: ROUND_MS }, async (_where, lodge, longestLifeMs) => {
    const random = seededRandom(longestLifeMs);
    const disturbed = await killRound(lodge, { kills: KILLS, longestLifeMs, random });
    expect(disturbed.kills).toBeGreaterThan(0);
    const { answersLost } = disturbed;
    expect(outcomeOf(disturbed, answersLost)).toEqual(outcomeOf(undisturbed, answersLost));
    expect(Number(disturbed.ledger.usd)).toBeLessThanOrEqual(Number(undisturbed.ledger.usd));
    expect(answersLost).toBeLessThanOrEqual(disturbed.kills);
    expect(disturbed.findings).toEqual([]);
    expect(new Set(disturbed.stopped.codes)).toEqual(new Set([0]));
  });

  it('Redis is flushed, PostgreSQL goes away, a worker freezes past its lock', { timeout: ROUND_MS }, async () => {
    const disturbed = await runWhileServersGoAway();
    expect(disturbed.times).toBeGreaterThan(0);
    expect(unpriced(disturbed.portrait)).toEqual(unpriced(undisturbed.portrait));
    expect(disturbed.ledger).toMatchObject({ left: [], stage: 'done' });
    expect(disturbed.stopped.codes).toEqual([0, 0, 0]);
    expect(disturbed.findings).toEqual([]);
  });
});
