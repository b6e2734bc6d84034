import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { APP, SECRET, startAdapters, type AdapterStage } from '#test/contract/github/start-adapters.ts';
import { recordingApp } from '#test/unit/app/recording-app.ts';
import { serveApp, type ServedApp } from '#test/unit/app/serve-app.ts';

const LONG_AGO = new Date('2020-01-01T00:00:00Z');

describe('Deliveries on GitHub', () => {
  let stage: AdapterStage;
  let served: ServedApp;

  beforeEach(async () => {
    served = await serveApp(recordingApp([], APP).app, SECRET);
    stage = await startAdapters({ webhookUrl: served.url });
    await stage.local.settled();
  });
  afterEach(async () => {
    await stage.close();
    await served.close();
  });

  const comment = (text: string) => {
    const ada = stage.local.human.as('ada', 'acme/shop');
    return ada.comment(ada.openIssue({ title: 'A ledger', body: '' }), text);
  };
  const lost = () => stage.local.deliveries.list().filter(({ status }) => status === 'dropped');

  it('has GitHub send again what did not arrive, oldest first, and nothing else', async () => {
    comment('this one arrives');
    await stage.local.settled();
    stage.local.deliveries.drop(2);
    comment('these two do not');
    await stage.local.settled();
    const guids = lost().map(({ guid }) => guid);
    expect(guids).toHaveLength(2);
    expect(await stage.deliveries.redeliverLost(LONG_AGO)).toBe(2);
    await stage.local.settled();
    const again = stage.local.deliveries.list().filter(({ redelivery }) => redelivery);
    expect(again.map(({ guid, status }) => [guid, status])).toEqual(guids.map((guid) => [guid, 'delivered']));
    expect(await stage.deliveries.redeliverLost(LONG_AGO)).toBe(0);
  });

  it('gives up on what never arrives, and looks no further back than it is told', async () => {
    stage.local.deliveries.drop(100);
    comment('into the void');
    await stage.local.settled();
    expect(await stage.deliveries.redeliverLost(new Date('2100-01-01T00:00:00Z'))).toBe(0);
    for (let tries = 1; tries < 4; tries++) {
      expect(await stage.deliveries.redeliverLost(LONG_AGO)).toBe(2);
      await stage.local.settled();
    }
    expect(await stage.deliveries.redeliverLost(LONG_AGO)).toBe(0);
  });
});
