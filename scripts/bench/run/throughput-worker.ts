import { z } from 'zod';
import { drawLoad, watchUse } from '#scripts/bench/run/throughput-load.ts';
import { openSite, startRunsWorker } from '#scripts/bench/run/work-runs.ts';
import { createWorldsOf } from '#scripts/bench/run/worlds-of.ts';

/** One of several workers of `npm run bench -- throughput servers`: tells its parent which runs are over, and at the end what it has used. */
const [url, redis] = z.tuple([z.string(), z.string()]).parse(process.argv.slice(2));
const used = watchUse();
const site = await openSite({ store: { url }, redis });
const worker = await startRunsWorker(site, createWorldsOf(drawLoad().work), (over) => process.send?.({ over }));
process.send?.({ ready: true });
process.once('message', () => {
  void worker
    .close()
    .then(() => site.store.close())
    .then(() => process.send?.({ used: used() }, undefined, {}, () => process.exit(0)));
});
