import { benchAnalysis } from '#scripts/bench/analysis.ts';
import { benchRun } from '#scripts/bench/run.ts';
import { benchThroughput } from '#scripts/bench/throughput.ts';
import { benchValidation } from '#scripts/bench/validation.ts';

/** `npm run bench -- NAME`: measures one part of MGE on this machine and prints a table. */
const name = process.argv[2];
switch (name) {
  case 'analysis':
    await benchAnalysis(process.argv.slice(3));
    break;
  case 'validation':
    await benchValidation();
    break;
  case 'run':
    benchRun();
    break;
  case 'throughput':
    await benchThroughput();
    break;
  default:
    console.error(`No such bench: ${name ?? '(none)'}. There are: analysis, validation, run, throughput.`);
    process.exitCode = 1;
}
