import { benchAnalysis } from '#scripts/bench/analysis.ts';
import { benchFaults } from '#scripts/bench/validation/bench-faults.ts';
import { benchValidation } from '#scripts/bench/validation.ts';

/** `npm run bench -- NAME`: measures one part of MGE on this machine and prints a table. */
const name = process.argv[2];
switch (name) {
  case 'analysis':
    await benchAnalysis(process.argv.slice(3));
    break;
  case 'validation':
    if (process.argv.includes('--faults')) await benchFaults(process.argv.slice(3));
    else await benchValidation();
    break;
  default:
    console.error(`No such bench: ${name ?? '(none)'}. There are: analysis, validation.`);
    process.exitCode = 1;
}
