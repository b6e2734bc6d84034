import { benchAnalysis } from '#scripts/bench/analysis.ts';
import { benchCrash } from '#scripts/bench/crash.ts';
import { benchRecordedCalls } from '#scripts/bench/recorded-calls.ts';
import { benchRepository } from '#scripts/bench/repository.ts';
import { benchRequests } from '#scripts/bench/requests.ts';
import { benchRun } from '#scripts/bench/run.ts';
import { benchSplices } from '#scripts/bench/splices.ts';
import { benchThroughput } from '#scripts/bench/throughput.ts';
import { benchCulprits } from '#scripts/bench/validation/bench-culprits.ts';
import { benchFaults } from '#scripts/bench/validation/bench-faults.ts';
import { benchWebhooks } from '#scripts/bench/webhooks.ts';
import { benchValidation } from '#scripts/bench/validation.ts';

const benches: Readonly<Record<string, (words: readonly string[]) => void | Promise<void>>> = {
  analysis: benchAnalysis,
  calls: benchRecordedCalls,
  crash: benchCrash,
  repository: benchRepository,
  requests: benchRequests,
  run: benchRun,
  splices: benchSplices,
  throughput: benchThroughput,
  validation: (words) =>
    words.includes('--faults')
      ? benchFaults(words)
      : words.includes('--culprits')
        ? benchCulprits(words)
        : benchValidation(),
  webhooks: benchWebhooks,
};

/** `npm run bench -- NAME`: measures one part of MGE on this machine and prints a table. */
const [name = '', ...words] = process.argv.slice(2);
const bench = benches[name];
if (bench === undefined) {
  console.error(`Which bench? There are: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 1;
} else await bench(words);
